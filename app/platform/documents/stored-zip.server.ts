import { crc32 } from 'node:zlib';

/** A file of a ZIP that is written as it is read. */
export interface StoredEntry {
  name: string;
  size: number;
  /** Its bytes from the beginning; asked for twice where they are not given as a whole. */
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface StoredZip {
  byteSize: number;
  chunks: AsyncGenerator<Uint8Array>;
}

/** 1 January 1980, 00:00 as MS-DOS writes it. */
const [noTime, noDay] = [0, 0x21];
const LOCAL = 30;
const LISTED = 46;
const END = 22;

/**
 * Files of any size as one ZIP, a piece at a time: nothing of it is in memory but the piece under way. Contents are stored and not
 * packed, since other machines pack to other bytes: the same files give the same ZIP everywhere, and its size is known before
 * it is written. At most 65,000 files and 4 GB. Throws where a file is not as long as was said.
 */
export function storedZip(entries: readonly StoredEntry[]): StoredZip {
  const names = entries.map(({ name }) => Buffer.from(name));
  const frames = names.reduce((sum, name) => sum + LOCAL + LISTED + 2 * name.length, END);
  return {
    byteSize: entries.reduce((sum, { size }) => sum + size, frames),
    chunks: written(entries, names),
  };
}

async function* written(entries: readonly StoredEntry[], names: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [index, entry] of entries.entries()) {
    const name = names[index]!;
    const described = await description(entry, name);
    const local = Buffer.concat([signature(0x04034b50), described, name]);
    directory.push(listed(described, name, offset));
    yield local;
    yield* exactly(entry);
    offset += local.length + entry.size;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(END);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  yield list;
  yield end;
}

/** What stands in front of a file and in the list alike. The checksum comes first, so the file is read once for it. */
async function description(entry: StoredEntry, name: Buffer): Promise<Buffer> {
  let checksum = 0;
  for await (const chunk of exactly(entry)) checksum = crc32(chunk, checksum);
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  // Names are UTF-8.
  bytes.writeUInt16LE(0x0800, 2);
  bytes.writeUInt16LE(noTime, 6);
  bytes.writeUInt16LE(noDay, 8);
  bytes.writeUInt32LE(checksum, 10);
  bytes.writeUInt32LE(entry.size, 14);
  bytes.writeUInt32LE(entry.size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function listed(described: Buffer, name: Buffer, offset: number): Buffer {
  const bytes = Buffer.alloc(LISTED);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  described.copy(bytes, 6);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
}

async function* exactly({ name, size, chunks }: StoredEntry): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks()) {
    read += chunk.byteLength;
    yield chunk;
  }
  if (read !== size) throw new Error(`${name} has ${read} bytes instead of ${size}`);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
