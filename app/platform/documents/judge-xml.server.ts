import { isUtf8 } from 'node:buffer';
import { FileRefusal } from './file-refusal.server.ts';

/** No writer of documents nests so deep; readers that follow a tree would exhaust their stack. */
const DEEPEST = 500;
const [LESS, GREATER, SLASH, BANG, QUESTION, QUOTE, APOSTROPHE] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22, 0x27];

/**
 * XML from outside as UTF-8, judged before any parser sees it: a document type (entities of the file's own are how a small
 * file becomes a large one, or reads another), nesting deeper than 500 elements, and letters that are no UTF-8 are refused.
 * One pass over the bytes. Throws FileRefusal.
 */
export function judgeXml(bytes: Uint8Array, part = ''): Uint8Array {
  const xml = asUtf8(bytes, part);
  let depth = 0;
  for (let at = xml.indexOf(LESS); at !== -1; at = xml.indexOf(LESS, at)) {
    const next = xml[at + 1];
    if (next === QUESTION) at = after(xml, '?>', at);
    else if (next === BANG) {
      if (xml.toString('latin1', at, at + 4) === '<!--') at = after(xml, '-->', at + 4);
      else if (xml.toString('latin1', at, at + 9) === '<![CDATA[') at = after(xml, ']]>', at + 9);
      else throw new FileRefusal('xml-entities', part);
    } else {
      const end = endOfTag(xml, at + 1);
      if (next === SLASH) depth -= 1;
      else if (xml[end - 1] !== SLASH) depth += 1;
      if (depth > DEEPEST) throw new FileRefusal('xml-too-deep', part);
      at = end;
    }
    if (at >= xml.length) break;
  }
  return xml;
}

function asUtf8(bytes: Uint8Array, part: string): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, second] = buffer;
  const wide =
    (first === 0xff && second === 0xfe) || (first === LESS && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === LESS)
        ? 'utf-16be'
        : null;
  if (wide) {
    try {
      return Buffer.from(new TextDecoder(wide, { fatal: true }).decode(buffer));
    } catch {
      throw new FileRefusal('broken-utf8', part);
    }
  }
  if (!isUtf8(buffer)) throw new FileRefusal('broken-utf8', part);
  return buffer;
}

/** The place of the '>' that ends a tag; one within quotes does not. */
function endOfTag(xml: Buffer, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const byte = xml[at];
    if (byte === GREATER) return at;
    if (byte === QUOTE || byte === APOSTROPHE) {
      at = xml.indexOf(byte, at + 1);
      if (at === -1) return xml.length;
    }
  }
  return xml.length;
}

function after(xml: Buffer, sign: string, from: number): number {
  const at = xml.indexOf(sign, from, 'latin1');
  return at === -1 ? xml.length : at + sign.length;
}
