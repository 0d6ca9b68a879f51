import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { SheetRefusal } from './sheet-refusal.server.ts';

export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML as it streams, and yields after each chunk how many bytes it has read: the place to hand on what has come
 * together. Names come without their prefix. A document type is refused: entities of the file's own are how a small file
 * becomes a large one.
 */
export async function* xmlChunks(stream: Readable, { open, close, text }: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = () => {
    throw new SheetRefusal('damaged');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag) => open(plain(tag.name), tag.attributes as Record<string, string>));
  if (close) parser.on('closetag', (tag) => close(plain(tag.name)));
  if (text) parser.on('text', text);
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      parser.write(decoder.decode(chunk, { stream: true }));
      yield bytes;
    }
    parser.write(decoder.decode());
    parser.close();
    yield bytes;
  } catch (error) {
    // What the unpacking says of a damaged part is the file's fault too.
    throw isOfTheFile(error) ? new SheetRefusal('damaged') : error;
  } finally {
    stream.destroy();
  }
}

/** Reads the whole of a part. */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlChunks(stream, handlers)) void _;
}

const isOfTheFile = (error: unknown): boolean =>
  error instanceof Error &&
  (/^Z_|ERR_ZLIB/.test(String((error as { code?: string }).code)) ||
    /bytes in the stream|not enough bytes|invalid|unexpected end/i.test(error.message));
