import { SaxesParser } from 'saxes';

interface Handlers {
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** What a part says that is not whole XML. */
export class BrokenXml extends Error {}

/** Reads a part of a workbook element by element, names without their prefix. A part that is not there says nothing. */
export function eachElement(part: Uint8Array | undefined, { open, close, text }: Handlers): void {
  if (!part) return;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = (error: unknown) => {
    throw new BrokenXml(String(error));
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag) => open(plain(tag.name), tag.attributes as Record<string, string>));
  if (close) parser.on('closetag', (tag) => close(plain(tag.name)));
  if (text) parser.on('text', text);
  const decoder = new TextDecoder('utf-8');
  // In pieces: the parser copies what it is given.
  for (let at = 0; at < part.byteLength; at += PIECE) {
    parser.write(decoder.decode(part.subarray(at, at + PIECE), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

const PIECE = 256 * 1024;
