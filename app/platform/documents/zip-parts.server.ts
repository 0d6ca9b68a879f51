import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { inflateRaw, inflateRawSync } from 'node:zlib';
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

/** A zip that is in memory. */
export interface ZipInMemory extends ZipParts {
  /** A part as a whole, exactly as long as it declares. */
  read(name: string): Promise<Buffer>;
}

const inflate = promisify(inflateRaw);
/** Below this many bytes unpacking takes less than handing it to another thread. */
const SMALL = 128 * 1024;
const [STORED, DEFLATED] = [0, 8];
const LOCAL_HEADER = 0x04034b50;

/**
 * Reads the list of parts and refuses, before anything is unpacked, what would become too large. While a part is unpacked
 * it is held to the size it declared, so that a list that lies gains nothing. The file is a path, or the bytes themselves.
 * `isStrict`: a name that stands twice is refused too, and one that leads elsewhere by its own code.
 */
export async function openZip(file: string | Buffer, limits: OpenLimits = {}): Promise<ZipParts> {
  return (await opened(file, limits)).zip;
}

/** The same of the bytes themselves, whose parts can be had as a whole: far quicker for many small ones. */
export async function openZipInMemory(file: Buffer, limits: OpenLimits = {}): Promise<ZipInMemory> {
  const { zip, entries } = await opened(file, limits);
  const read = async (name: string) => {
    const entry = entries.get(name);
    const part = entry ? await unpacked(file, entry) : null;
    if (!part) throw new SheetRefusal('damaged');
    return part;
  };
  return { ...zip, read };
}

type OpenLimits = ZipLimits & { isStrict?: boolean };

/** The bytes of an entry; null where they are not what the list of parts says of them. */
async function unpacked(file: Buffer, entry: Entry): Promise<Buffer | null> {
  const { relativeOffsetOfLocalHeader: header, compressedSize, uncompressedSize: size, compressionMethod } = entry;
  if (header + 30 > file.length || file.readUInt32LE(header) !== LOCAL_HEADER) return null;
  const from = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  if (from + compressedSize > file.length) return null;
  const packed = file.subarray(from, from + compressedSize);
  // A copy: what is kept of a part keeps no whole file.
  if (compressionMethod === STORED) return packed.length === size ? Buffer.from(packed) : null;
  if (compressionMethod !== DEFLATED) return null;
  const options = { maxOutputLength: Math.max(1, size), chunkSize: Math.min(Math.max(size + 1, 1024), SMALL) };
  try {
    const part = size <= SMALL ? inflateRawSync(packed, options) : await inflate(packed, options);
    return part.length === size ? part : null;
  } catch {
    // Broken, or longer than it declares.
    return null;
  }
}

async function opened(
  file: string | Buffer,
  limits: OpenLimits,
): Promise<{ zip: ZipParts; entries: Map<string, Entry> }> {
  const options = { autoClose: false };
  const opening = typeof file === 'string' ? openPromise(file, options) : fromBufferPromise(file, options);
  const zip = await opening.catch(() => {
    throw new SheetRefusal('damaged');
  });
  try {
    const entries = await listed(zip, limits);
    const parts: ZipParts = {
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
    return { zip: parts, entries };
  } catch (error) {
    zip.close();
    if (error instanceof SheetRefusal) throw error;
    const isName = /absolute path|relative path|characters in fileName/.test(String(error));
    throw isName && limits.isStrict ? new FileRefusal('unsafe-name') : new SheetRefusal('damaged');
  }
}

async function listed(
  zip: ZipFile,
  { mostUnpacked = MOST_UNPACKED, mostParts = MOST_PARTS, isStrict }: OpenLimits,
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
