import { existsSync } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { LruMap } from '#app/kernel/lru-map.ts';
import { log } from '../log.server.ts';
import { contentPlace, makingPlace, type VariantWidth, variantWidths } from './media-store.server.ts';
import { makeWidths } from './smaller-picture.server.ts';

/** A smaller form must save at least a tenth; what saves less is written down as an empty file. */
const LARGEST_SHARE = 0.9;
/** A picture that could not be made smaller is tried again after so long. */
const AGAIN_MS = 600_000;
/** More than so many pictures waiting for their turn: whoever comes gets the original. */
const MOST_WAITING = 50;

const underWay = new Map<string, Promise<void>>();
const failedAt = new LruMap<string, number>(500);

/**
 * The bytes that the smaller form of a picture takes; 'original' where the picture itself is no larger; 'not-yet' where
 * it was not made within `mostMs` or could not be made. Made once, whoever asks at the same time, with the other widths.
 */
export async function pictureVariant(
  hash: string,
  width: VariantWidth,
  mostMs: number,
): Promise<number | 'original' | 'not-yet'> {
  const known = await sizeOf(hash, width);
  if (known !== null) return known === 0 ? 'original' : known;
  if (Date.now() - (failedAt.get(hash) ?? 0) < AGAIN_MS) return 'not-yet';
  const making = underWay.get(hash) ?? begin(hash);
  if (!making) return 'not-yet';
  await within(making, mostMs);
  const made = await sizeOf(hash, width);
  return made === null ? 'not-yet' : made === 0 ? 'original' : made;
}

function begin(hash: string): Promise<void> | null {
  if (underWay.size >= MOST_WAITING || !existsSync(contentPlace(hash))) return null;
  const work = make(hash)
    .catch((error: unknown) => {
      failedAt.set(hash, Date.now());
      log().warn({ err: error }, 'a picture has no smaller form');
    })
    .finally(() => underWay.delete(hash));
  underWay.set(hash, work);
  return work;
}

async function make(hash: string): Promise<void> {
  const made = variantWidths.map((width) => ({ to: makingPlace(), width }));
  try {
    await makeWidths(contentPlace(hash), made);
    const { size: most } = await stat(contentPlace(hash));
    for (const { to, width } of made) {
      if ((await stat(to)).size > most * LARGEST_SHARE) await writeFile(to, '');
      await rename(to, contentPlace(hash, width));
    }
    // Taken away while it was being made: its smaller forms go with it.
    if (!existsSync(contentPlace(hash)))
      for (const { width } of made) await rm(contentPlace(hash, width), { force: true });
  } finally {
    for (const { to } of made) await rm(to, { force: true });
  }
}

async function sizeOf(hash: string, width: VariantWidth): Promise<number | null> {
  const found = await stat(contentPlace(hash, width)).catch(() => null);
  return found?.size ?? null;
}

function within(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
