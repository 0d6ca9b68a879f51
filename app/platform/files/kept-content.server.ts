import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { contentPlace } from './media-store.server.ts';

/** Whether a content lies on the disk. */
export const hasContent = (hash: string): boolean => existsSync(contentPlace(hash));

/** A content as it is read, a piece at a time. */
export const contentChunks = (hash: string): AsyncIterable<Uint8Array> =>
  createReadStream(contentPlace(hash), { highWaterMark: 256 * 1024 });

/** What a content is, learnt by reading it once: nothing of it is kept but its ends, which tell its type. */
export interface MeasuredContent {
  /** SHA-256, in hexadecimal. */
  hash: string;
  byteSize: number;
  head: Uint8Array;
  tail: Uint8Array;
}

const ENDS = 256 * 1024;

export async function measureContent(chunks: AsyncIterable<Uint8Array>): Promise<MeasuredContent> {
  const sum = createHash('sha256');
  let byteSize = 0;
  let head: Uint8Array = new Uint8Array();
  const tail: Uint8Array[] = [];
  let tailSize = 0;
  for await (const chunk of chunks) {
    sum.update(chunk);
    byteSize += chunk.byteLength;
    if (head.length < ENDS) head = Buffer.concat([head, chunk.subarray(0, ENDS - head.length)]);
    tail.push(chunk);
    tailSize += chunk.byteLength;
    while (tail.length > 1 && tailSize - tail[0]!.byteLength >= ENDS) tailSize -= tail.shift()!.byteLength;
  }
  return { hash: sum.digest('hex'), byteSize, head, tail: Buffer.concat(tail).subarray(-ENDS) };
}
