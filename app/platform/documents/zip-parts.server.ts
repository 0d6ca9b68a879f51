import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { SheetRefusal } from './sheet-refusal.server.ts';

/** What all parts together may become, and how many times its packed size one large part may. A sheet packs 5 to 40 times. */
const MOST_UNPACKED = 600 * 1024 * 1024;
const MOST_RATIO = 200;
const RATIO_FROM = 8 * 1024 * 1024;
const MOST_PARTS = 5000;

/** The parts of a zip by name, each to be read as it is unpacked. */
export interface ZipParts {
  has(name: string): boolean;
  size(name: string): number;
  open(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Reads the list of parts and refuses, before anything is unpacked, what would become too large. While a part is unpacked
 * it is held to the size it declared, so that a list that lies gains nothing.
 */
export async function openZip(file: string): Promise<ZipParts> {
  const zip = await openPromise(file, { autoClose: false }).catch(() => {
    throw new SheetRefusal('damaged');
  });
  try {
    const entries = await listed(zip);
    return {
      has: (name) => entries.has(name),
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
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
    throw error instanceof SheetRefusal ? error : new SheetRefusal('damaged');
  }
}

async function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw new SheetRefusal('zip-bomb');
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new SheetRefusal('with-password');
    unpacked += entry.uncompressedSize;
    const isDense = entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MOST_RATIO;
    if (unpacked > MOST_UNPACKED || isDense) throw new SheetRefusal('zip-bomb');
    // Some writers put a slash before the names.
    entries.set(entry.fileName.replace(/^\//, ''), entry);
  }
  return entries;
}
