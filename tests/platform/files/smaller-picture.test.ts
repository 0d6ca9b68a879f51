import { Readable } from 'node:stream';
import { createJimp } from '@jimp/core';
import jpegFormat from '@jimp/js-jpeg';
import pngFormat from '@jimp/js-png';
import { describe, expect, it } from 'vitest';
import { judgeFile } from '#app/features/media/core/judge-file.ts';
import { keepStaged, openContent, stageFile } from '#app/platform/files/media-store.server.ts';
import { makeSmaller } from '#app/platform/files/smaller-picture.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { jpeg } from '#tests/features/media/files.ts';

useTestDatabase();

const Jimp = createJimp({ formats: [jpegFormat, pngFormat] });

/** Speckled like a photograph, which packs badly; the upper left quarter is red. */
async function photo(width: number, height: number, mime: 'image/png' | 'image/jpeg'): Promise<Buffer> {
  const picture = new Jimp({ width, height, color: 0x336699ff });
  for (let at = 0; at < picture.bitmap.data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    if (x < width / 2 && y < height / 2) picture.bitmap.data.set([220, 20, 20], at);
    else picture.bitmap.data.set([(at * 7919) % 251, (at * 104_729) % 241, (at * 1_299_709) % 239], at);
  }
  return picture.getBuffer(mime);
}

const staged = async (bytes: Buffer) => (await stageFile(Readable.from([bytes]), 50_000_000))!;

describe('a picture that is larger than a page shows', () => {
  it.each(['image/png', 'image/jpeg'] as const)('becomes smaller and stays what it is: %s', async (mime) => {
    const large = await staged(await photo(3200, 320, mime));
    const small = await makeSmaller(large, 1600);
    expect(small.byteSize).toBeLessThan(large.byteSize);
    expect(judgeFile(small, 'content')).toMatchObject({ kind: 'good', type: mime, size: { width: 1600, height: 160 } });
    await keepStaged(small);
    const chunks: Buffer[] = [];
    const content = openContent(small.hash, { start: 0, end: small.byteSize - 1 })!;
    for await (const chunk of content) chunks.push(chunk as Buffer);
    const shown = await Jimp.fromBuffer(Buffer.concat(chunks));
    const [red, green] = shown.bitmap.data.subarray((40 * 1600 + 200) * 4);
    expect(red).toBeGreaterThan(180);
    expect(green).toBeLessThan(70);
  });

  it('stays as it came where it is none that can be read', async () => {
    const broken = await staged(jpeg(4000, 3000));
    expect(await makeSmaller(broken, 1600)).toBe(broken);
  });
});
