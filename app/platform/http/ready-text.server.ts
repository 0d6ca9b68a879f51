import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

/** A text that was compressed ahead, to be sent as a part of a gzipped answer whose other parts are written then. */
export interface ReadyText {
  /** Raw deflate that ends at a whole byte and looks back at nothing before it. */
  readonly deflated: Uint8Array;
  readonly crc: number;
  /** In bytes, before it was compressed. */
  readonly length: number;
}

const compress = promisify(deflateRaw);

/** Compresses a text, off the main thread. */
export async function readyText(text: string): Promise<ReadyText> {
  const bytes = Buffer.from(text);
  const deflated = await compress(bytes, { level: 6, finishFlush: constants.Z_FULL_FLUSH });
  return { deflated, crc: crc32(bytes), length: bytes.length };
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/**
 * One gzip member that holds `before`, the ready text and `after`. The outer two are stored as they are, which costs
 * nothing: they are short.
 */
export function gzipAround(before: string, ready: ReadyText, after: string): Buffer {
  const [first, last] = [Buffer.from(before), Buffer.from(after)];
  const crc = joinedCrc(joinedCrc(crc32(first), ready.crc, ready.length), crc32(last), last.length);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc, 0);
  end.writeUInt32LE((first.length + ready.length + last.length) >>> 0, 4);
  return Buffer.concat([gzipHead, ...storedBlocks(first, false), ready.deflated, ...storedBlocks(last, true), end]);
}

/** Blocks of deflate that are not compressed; one holds less than 64 kB. */
function storedBlocks(bytes: Buffer, isLast: boolean): Buffer[] {
  const most = 0xffff;
  const blocks: Buffer[] = [];
  for (let from = 0; from === 0 || from < bytes.length; from += most) {
    const part = bytes.subarray(from, from + most);
    const isEnd = isLast && from + most >= bytes.length;
    const head = Buffer.from([isEnd ? 1 : 0, 0, 0, 0, 0]);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(~part.length & 0xffff, 3);
    blocks.push(head, part);
  }
  return blocks;
}

// The arithmetic of CRC-32 over GF(2), by zlib's reflected polynomial.
const polynomial = 0xedb88320;

function multiplied(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = 0x80000000; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ polynomial : factor >>> 1;
  }
  return product >>> 0;
}

/** x to the power of 2^n, for n from 0. */
const powers = [0x40000000];
for (let n = 1; n < 32; n += 1) powers.push(multiplied(powers[n - 1]!, powers[n - 1]!));

/** The CRC of two texts behind one another from the CRC of each and the length of the second. */
export function joinedCrc(first: number, second: number, secondLength: number): number {
  let shift = 0x80000000;
  // A byte is 2^3 bits.
  for (let rest = secondLength, n = 3; rest > 0; rest = Math.floor(rest / 2), n += 1) {
    if (rest % 2 === 1) shift = multiplied(powers[n & 31]!, shift);
  }
  return (multiplied(shift, first) ^ second) >>> 0;
}
