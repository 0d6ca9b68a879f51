import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ensureDataFolder } from '../env.server.ts';

/** A file that came in: written and flushed, but nobody's yet. Either `keepStaged` or `dropStaged` ends it. */
export interface StagedFile {
  readonly path: string;
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
  readonly byteSize: number;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** How much of the beginning and of the end is kept in memory to tell what a file is. */
const ENDS = 256 * 1024;
const DAY_MS = 86_400_000;

const folder = () => path.join(ensureDataFolder(), 'media');
const incoming = () => path.join(folder(), 'incoming');

/** Where a content lies. `hash` is checked, so that no text of a request becomes a path. */
function placeOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('Not a hash of a content');
  return path.join(folder(), hash.slice(0, 2), hash);
}

/**
 * Writes what comes in to a file of its own and flushes it. Null when there was more than `largest` bytes: the rest is
 * read and forgotten, so that the sender hears the answer.
 */
export async function stageFile(chunks: AsyncIterable<Uint8Array>, largest: number): Promise<StagedFile | null> {
  mkdirSync(incoming(), { recursive: true, mode: 0o700 });
  await sweepIncoming();
  const file = path.join(incoming(), randomBytes(16).toString('hex'));
  const handle = await open(file, 'wx', 0o600);
  try {
    const staged = await write(handle, chunks, largest);
    if (staged) return { path: file, ...staged };
  } catch (error) {
    await handle.close();
    await rm(file, { force: true });
    throw error;
  }
  await handle.close();
  await rm(file, { force: true });
  return null;
}

async function write(handle: FileHandle, chunks: AsyncIterable<Uint8Array>, largest: number) {
  const sum = createHash('sha256');
  let byteSize = 0;
  let head: Uint8Array = new Uint8Array();
  // The last chunks that make up the end: joining them at each chunk would copy a film several times over.
  const tail: Uint8Array[] = [];
  let tailSize = 0;
  for await (const chunk of chunks) {
    byteSize += chunk.byteLength;
    if (byteSize > largest) continue;
    sum.update(chunk);
    if (head.length < ENDS) head = Buffer.concat([head, chunk.subarray(0, ENDS - head.length)]);
    tail.push(chunk);
    tailSize += chunk.byteLength;
    while (tailSize - tail[0]!.byteLength >= ENDS) tailSize -= tail.shift()!.byteLength;
    await handle.write(chunk);
  }
  if (byteSize > largest) return null;
  await handle.sync();
  await handle.close();
  return { hash: sum.digest('hex'), byteSize, head, tail: Buffer.concat(tail).subarray(-ENDS) };
}

/** Gives a staged file its lasting place; the same content is kept once. It is there for good when this resolves. */
export async function keepStaged({ path: from, hash }: StagedFile): Promise<void> {
  const place = placeOf(hash);
  if (existsSync(place)) {
    await unlink(from);
    return;
  }
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  await rename(from, place);
  for (const changed of [path.dirname(place), folder()]) {
    const directory = await open(changed, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  }
}

/** Forgets a staged file. */
export const dropStaged = ({ path: file }: StagedFile): Promise<void> => rm(file, { force: true });

/** Widths, in pixels, in which a picture may lie beside itself for smaller screens. */
export const variantWidths = [480, 960] as const;
export type VariantWidth = (typeof variantWidths)[number];

/** Where a content, or a smaller form of it, lies. */
export const contentPlace = (hash: string, width?: VariantWidth): string =>
  width === undefined ? placeOf(hash) : `${placeOf(hash)}.w${width}`;

/** A file beside the contents for what is being made, on the same disk. */
export function makingPlace(): string {
  mkdirSync(incoming(), { recursive: true, mode: 0o700 });
  return path.join(incoming(), randomBytes(16).toString('hex'));
}

/** Takes a content off the disk for good, and its smaller forms; what is gone already is no error. */
export async function removeContent(hash: string): Promise<void> {
  await rm(placeOf(hash), { force: true });
  for (const width of variantWidths) await rm(contentPlace(hash, width), { force: true });
}

/** The bytes of a content, or of a smaller form of it, from `start` to `end`, both included; null when it does not lie there. */
export function openContent(
  hash: string,
  { start, end }: { start: number; end: number },
  width?: VariantWidth,
): Readable | null {
  const place = contentPlace(hash, width);
  return existsSync(place) ? createReadStream(place, { start, end }) : null;
}

let sweptAt = 0;

/** What was left by uploads that broke off long ago. */
async function sweepIncoming(): Promise<void> {
  if (Date.now() - sweptAt < DAY_MS) return;
  sweptAt = Date.now();
  for (const name of await readdir(incoming())) {
    const file = path.join(incoming(), name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true });
  }
}
