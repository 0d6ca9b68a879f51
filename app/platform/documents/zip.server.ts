import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** 1 January 1980, 00:00 as MS-DOS writes it: the earliest day that a ZIP knows. */
const noTime = { time: 0, day: 0x21 };

/**
 * Texts and pictures as a ZIP whose bytes follow from them alone: no clock, no chance, in the order given. Compresses off the main
 * thread. For OOXML, which wants nothing newer than this.
 */
export async function zipTexts(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of files) {
    const content = typeof given === 'string' ? Buffer.from(given, 'utf8') : Buffer.from(given);
    const packed = await deflate(content, { level: 6 });
    const local = header(name, content, packed);
    directory.push(entry(name, local.subarray(4, 30), offset));
    parts.push(local, packed);
    offset += local.length + packed.length;
    await setImmediate();
  }
  const length = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

function header(name: string, content: Buffer, packed: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(0x0800, 6);
  bytes.writeUInt16LE(8, 8);
  bytes.writeUInt16LE(noTime.time, 10);
  bytes.writeUInt16LE(noTime.day, 12);
  bytes.writeUInt32LE(crc32(content), 14);
  bytes.writeUInt32LE(packed.length, 18);
  bytes.writeUInt32LE(content.length, 22);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

function entry(name: string, described: Buffer, offset: number): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  described.copy(bytes, 6);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

/** Takes the time of day out of a ZIP that another library has made, in place: contents and checksums stay as they are. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const local = bytes.readUInt32LE(at + 42);
    for (const place of [at + 12, local + 10]) {
      bytes.writeUInt16LE(noTime.time, place);
      bytes.writeUInt16LE(noTime.day, place + 2);
    }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return zip;
}
