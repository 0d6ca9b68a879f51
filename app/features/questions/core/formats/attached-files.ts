import { foldTones } from '#app/kernel/vietnamese-text.ts';
import type { AttachedFile } from './read-question.ts';

/** The files that come with questions, each under a name of its own that can stand in Markdown. */
export class AttachedFiles {
  readonly #files: AttachedFile[] = [];
  /** By name and content, so that what is used twice comes once. */
  readonly #known = new Map<string, string>();
  readonly #names = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** The address of a file; `content` tells one file from another of the same name. */
  add(name: string, content: string, bytes: () => Uint8Array): string {
    const key = `${name}\n${content}`;
    const known = this.#known.get(key);
    if (known !== undefined) return `attached:${known}`;
    const free = this.#free(plainName(name));
    this.#known.set(key, free);
    this.#names.add(free);
    this.#files.push({ name: free, bytes: bytes() });
    return `attached:${free}`;
  }

  get all(): readonly AttachedFile[] {
    return this.#files;
  }

  #free(name: string): string {
    const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]{1,5})?$/i.exec(name) ?? [];
    let free = name;
    let count = this.#counts.get(name) ?? 1;
    while (this.#names.has(free)) {
      count += 1;
      free = `${stem}-${count}${ending}`;
    }
    this.#counts.set(name, count);
    return free;
  }
}

/** 'Sơ đồ (1).png' as 'So-do-1.png'. */
function plainName(name: string): string {
  const plain = foldTones(name)
    .replace(/^.*[\\/]/, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-+(?=\.)|^[-.]+|-+$/g, '')
    .slice(-80);
  return plain === '' ? 'tep' : plain;
}

/** Base64, spaces and line breaks allowed; null for anything else. */
export function bytesOfBase64(text: string): Uint8Array | null {
  try {
    const letters = atob(text.replace(/\s+/g, ''));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x6000) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  }
  return parts.join('');
}
