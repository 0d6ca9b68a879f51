import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { FileRefusal } from './file-refusal.server.ts';
import { SheetRefusal } from './sheet-refusal.server.ts';

/** What all parts together may become, and how many times its packed size one large part may. A sheet packs 5 to 40 times. */
const MOST_UNPACKED = 600 * 1024 * 1024;
const MOST_RATIO = 200;
const RATIO_FROM = 8 * 1024 * 1024;
const MOST_PARTS = 5000;

/** What a zip may hold at most. */
export interface ZipLimits {
  mostUnpacked?: number;
  mostParts?: number;
}

/** The parts of a zip by name, each to be read as it is unpacked. */
export interface ZipParts {
  names(): string[];
  has(name: string): boolean;
  size(name: string): number;
  /** The CRC-32 that the list of parts declares. */
  checksum(name: string): number;
  open(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Reads the list of parts and refuses, before anything is unpacked, what would become too large. While a part is unpacked
 * it is held to the size it declared, so that a list that lies gains nothing. The file is a path, or the bytes themselves.
 * `isStrict`: a name that stands twice is refused too, and one that leads elsewhere by its own code.
 */
export async function openZip(
  file: string | Buffer,
  limits: ZipLimits & { isStrict?: boolean } = {},
): Promise<ZipParts> {
  const options = { autoClose: false };
  const opening = typeof file === 'string' ? openPromise(file, options) : fromBufferPromise(file, options);
  const zip = await opening.catch(() => {
    throw new SheetRefusal('damaged');
  });
  try {
    const entries = await listed(zip, limits);
    return {
      names: () => [...entries.keys()],
      has: (name) => entries.has(name),
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
      checksum: (name) => entries.get(name)?.crc32 ?? 0,
      async open(name) {
        const entry = entries.get(name);
        if (!entry) throw new SheetRefusal('damaged');
        return zip.openReadStreamPromise(entry).catch(() => {
          throw new SheetRefusal('damaged');
        });
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    if (error instanceof SheetRefusal) throw error;
    const isName = /absolute path|relative path|characters in fileName/.test(String(error));
    throw isName && limits.isStrict ? new FileRefusal('unsafe-name') : new SheetRefusal('damaged');
  }
}

async function listed(
  zip: ZipFile,
  { mostUnpacked = MOST_UNPACKED, mostParts = MOST_PARTS, isStrict }: ZipLimits & { isStrict?: boolean },
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > mostParts) throw new SheetRefusal('zip-bomb');
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new SheetRefusal('with-password');
    unpacked += entry.uncompressedSize;
    const isDense = entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MOST_RATIO;
    if (unpacked > mostUnpacked || isDense) throw new SheetRefusal('zip-bomb');
    // Some writers put a slash before the names.
    const name = entry.fileName.replace(/^\//, '');
    if (isStrict && entries.has(name)) throw new SheetRefusal('damaged');
    entries.set(name, entry);
  }
  return entries;
}
