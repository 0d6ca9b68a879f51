import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { SheetRefusal } from './sheet-refusal.server.ts';

/** `bytes`: one byte a letter, in an encoding from before Unicode; each comes as the character of the same number. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'bytes';

/** Tells how a file of text is encoded, by its first bytes and then by all of them. Throws SheetRefusal for no text. */
export async function encodingOfFile(file: string, head: Uint8Array): Promise<TextEncoding> {
  const wide = wideEncoding(head);
  if (wide) return wide;
  // All of it: the first broken letter may stand in the last line.
  const letters = new Letters();
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) letters.take(chunk);
  return letters.encoding();
}

/** The same of a text that is in memory as a whole. */
export function encodingOfBytes(bytes: Uint8Array): TextEncoding {
  const wide = wideEncoding(bytes.subarray(0, 64 * 1024));
  if (wide) return wide;
  if (isUtf8(bytes) && !bytes.includes(0)) return 'utf-8';
  const letters = new Letters();
  letters.take(bytes);
  return letters.encoding();
}

function wideEncoding(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.3 && zeros[0]! < half * 0.1) return 'utf-16le';
  if (zeros[0]! > half * 0.3 && zeros[1]! < half * 0.1) return 'utf-16be';
  if (zeros[0]! + zeros[1]! > 0) throw new SheetRefusal('not-a-table');
  return null;
}

/** Counts the letters of a text that are UTF-8, and those that are not. */
class Letters {
  #line = 1;
  #firstBroken: number | undefined;
  #whole = 0;
  #broken = 0;
  #wanted = 0;

  take(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte === 10) this.#line += 1;
      if (byte === 0) throw new SheetRefusal('not-a-table');
      if (this.#wanted > 0 && (byte & 0xc0) === 0x80) {
        this.#wanted -= 1;
        if (this.#wanted === 0) this.#whole += 1;
        continue;
      }
      if (this.#wanted === 0 && byte < 0x80) continue;
      const length =
        byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
      if (this.#wanted > 0 || length === 0) this.#break();
      this.#wanted = byte < 0x80 ? 0 : length;
    }
  }

  encoding(): TextEncoding {
    if (this.#wanted > 0) this.#break();
    if (this.#broken === 0) return 'utf-8';
    // Old encodings hit upon a whole UTF-8 letter now and then; a damaged file has few that are not.
    if (this.#whole > this.#broken * 4) throw new SheetRefusal('broken-utf8', this.#firstBroken);
    return 'bytes';
  }

  #break(): void {
    this.#broken += 1;
    this.#firstBroken ??= this.#line;
  }
}

/** A streaming decoder; of bytes, each as the character of its number. */
export function decoderOf(encoding: TextEncoding): (chunk?: Uint8Array) => string {
  if (encoding === 'bytes') return (chunk) => (chunk ? Buffer.from(chunk).toString('latin1') : '');
  const decoder = new TextDecoder(encoding);
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}
