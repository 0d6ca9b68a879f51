import { randomFillSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createJimp } from '@jimp/core';
import jpeg from '@jimp/js-jpeg';
import png from '@jimp/js-png';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  contentPlace,
  keepStaged,
  openContent,
  removeContent,
  stageFile,
} from '#app/platform/files/media-store.server.ts';
import { pictureVariant } from '#app/platform/files/picture-variants.server.ts';
import { useTestDatabase } from '#tests/database.ts';

useTestDatabase();

const Jimp = createJimp({ formats: [jpeg, png] });
async function* inOne(bytes: Uint8Array) {
  yield bytes;
}
const keep = async (bytes: Uint8Array) => {
  const staged = (await stageFile(inOne(bytes), 50_000_000))!;
  await keepStaged(staged);
  return staged.hash;
};
/** A picture in which no two pixels are alike: nothing of it can be left out. */
const noisy = async (width: number, height: number, type: 'image/png' | 'image/jpeg' = 'image/jpeg') => {
  const picture = new Jimp({ width, height });
  randomFillSync(picture.bitmap.data);
  return picture.getBuffer(type);
};
const incoming = () => readdirSync(path.join(process.env.HOCTAP35_DATA!, 'media/incoming'));

describe('smaller forms of a picture', () => {
  let hash: string;
  beforeAll(async () => {
    hash = await keep(await noisy(1400, 350));
  });

  it('are made once, whoever asks at the same time, and lie beside it', async () => {
    const sizes = await Promise.all([480, 480, 960, 480].map((width) => pictureVariant(hash, width as 480, 60_000)));
    expect(new Set(sizes).size).toBe(2);
    for (const width of [480, 960] as const) {
      const made = await Jimp.read(contentPlace(hash, width));
      expect([made.width, made.height]).toEqual([width, width / 4]);
      expect(await pictureVariant(hash, width, 0)).toBe(readFileSync(contentPlace(hash, width)).length);
    }
    expect(incoming()).toEqual([]);
  });

  it('end with it', async () => {
    await removeContent(hash);
    expect([undefined, 480, 960].map((width) => existsSync(contentPlace(hash, width as 480)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await pictureVariant(hash, 480, 1000)).toBe('not-yet');
    expect(openContent(hash, { start: 0, end: 1 }, 480)).toBeNull();
  });

  it('are none where the picture itself takes fewer bytes', async () => {
    const plain = new Jimp({ width: 1200, height: 600, color: 0xff0000ff });
    const small = await keep(await plain.getBuffer('image/png', { deflateLevel: 9, colorType: 2 }));
    // A plain area cannot be said in fewer bytes by much; what is gained must be worth a file.
    const answer = await pictureVariant(small, 960, 60_000);
    if (answer === 'original') expect(readFileSync(contentPlace(small, 960)).length).toBe(0);
    else expect(answer).toBeLessThan(readFileSync(contentPlace(small)).length);
  });

  it('are not there for what only pretends to be a picture, which is not tried again at once', async () => {
    const broken = await keep(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(3000, 7)]));
    expect(await pictureVariant(broken, 480, 60_000)).toBe('not-yet');
    // Were it tried again, this would now be made smaller.
    const good = new Jimp({ width: 1200, height: 600, color: 0xff0000ff });
    writeFileSync(contentPlace(broken), await good.getBuffer('image/png'));
    expect(await pictureVariant(broken, 480, 60_000)).toBe('not-yet');
    expect(incoming()).toEqual([]);
  });

  it('whoever waits no longer gets an answer, and the form is made all the same', async () => {
    const slow = await keep(await noisy(1300, 300));
    expect(await pictureVariant(slow, 480, 0)).toBe('not-yet');
    expect(await pictureVariant(slow, 480, 60_000)).toBeGreaterThan(0);
  });

  it('taken away while it was being made leaves nothing behind', async () => {
    const gone = await keep(await noisy(1301, 300));
    const made = pictureVariant(gone, 480, 60_000);
    // The child has the picture in memory by then, or finds none: either way nothing may be left.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await removeContent(gone);
    await made;
    expect(existsSync(contentPlace(gone, 480))).toBe(false);
    writeFileSync(contentPlace(gone), '');
    await removeContent(gone);
  });
});
