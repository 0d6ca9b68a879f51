import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedZip } from '#app/platform/documents/stored-zip.server.ts';
import { openZip } from '#app/platform/documents/zip-parts.server.ts';
import { measureContent } from '#app/platform/files/kept-content.server.ts';

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
const entry = (name: string, ...pieces: Uint8Array[]) => ({
  ...{ name, size: pieces.reduce((sum, { length }) => sum + length, 0), chunks: () => pieces },
});

describe('a zip that is written as it is read', () => {
  it('is as long as was said, the same each time, and read back as it was', async () => {
    const name = fc.stringMatching(/^[a-zà-ỹ0-9]{1,12}$/u);
    const files = fc.uniqueArray(fc.tuple(name, fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 4 })), {
      selector: ([each]) => each,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const entries = given.map(([each, pieces]) => entry(each, ...pieces));
        const zip = storedZip(entries);
        const bytes = await bytesOf(zip.chunks);
        expect(bytes.length).toBe(zip.byteSize);
        expect((await bytesOf(storedZip(entries).chunks)).equals(bytes)).toBe(true);
        const read = await openZip(bytes, { isStrict: true });
        expect(read.names()).toEqual(given.map(([each]) => each));
        for (const [each, pieces] of given)
          expect((await bytesOf(await read.open(each))).equals(Buffer.concat(pieces))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is read from the disk too', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-zip-'));
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, await bytesOf(storedZip([entry('bài.txt', Buffer.from('Nội dung'))]).chunks));
    const zip = await openZip(file, { isStrict: true });
    expect((await bytesOf(await zip.open('bài.txt'))).toString()).toBe('Nội dung');
    zip.close();
    expect(readFileSync(file).includes('Nội dung')).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('breaks off where a file is not as long as was said', async () => {
    const short = { ...entry('a', Buffer.from('abc')), size: 4 };
    await expect(bytesOf(storedZip([short]).chunks)).rejects.toThrow('3 bytes instead of 4');
  });
});

describe('a content that is read once', () => {
  it('is known by its hash, its length and its ends', async () => {
    const bytes = Buffer.alloc(900_000, 'x');
    bytes.write('đầu', 0);
    bytes.write('cuối', 899_990);
    const pieces = async function* () {
      for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
    };
    const { hash, byteSize, head, tail } = await measureContent(pieces());
    expect(hash).toHaveLength(64);
    expect(byteSize).toBe(900_000);
    expect(Buffer.from(head).equals(bytes.subarray(0, 256 * 1024))).toBe(true);
    expect(Buffer.from(tail).equals(bytes.subarray(-256 * 1024))).toBe(true);
  });
});
