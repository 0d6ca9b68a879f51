import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type MimeType, mediaTypes } from './media-type.ts';

const LONGEST = 120;

/**
 * The name under which a file is kept and handed out again: no folders, nothing that cannot be seen or turns the direction
 * of writing, and the ending of what it really is. Only ever shown and sent along, never a path on the disk.
 */
export function mediaName(given: string, type: MimeType): string {
  const { extension } = mediaTypes[type];
  const base = nfc(given)
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}"<>|:*?]/gu, ' ')
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST)
    .trim();
  return `${base || 'tep'}.${extension}`;
}

/** What an author writes into a text to show a picture or play a sound there. */
export function mediaText({ id, type, alt }: { id: string; type: MimeType; alt: string }): string {
  const words = nfc(alt)
    .replace(/[[\]\\`*_!<>\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return mediaTypes[type].kind === 'sound' ? `![audio: ${words}](media:${id})` : `![${words}](media:${id})`;
}
