import { guessLegacy, guessTypedLegacy, scoreOf } from '#app/features/org/core/roster/encoding-guess.ts';
import { decodeLegacy } from '#app/features/org/core/roster/legacy-encodings.ts';
import { fileFormats, formatOfName } from '#app/features/questions/core/formats/file-formats.ts';
import type { FormatName, ReadFile } from '#app/features/questions/core/formats/read-question.ts';
import {
  formatOf,
  formatOfParts,
  readQuestionFile,
  readQuestionParts,
} from '#app/features/questions/core/formats/read-question-file.ts';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { judgeXml } from '#app/platform/documents/judge-xml.server.ts';
import { SheetRefusal } from '#app/platform/documents/sheet-refusal.server.ts';
import { encodingOfBytes } from '#app/platform/documents/text-encoding.server.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';

/** A text of so many bytes holds some ten thousand questions; the time of every parser grows with the length alone. */
const LARGEST_TEXT = 8 * 1024 * 1024;
/** Ten thousand questions have fewer. */
const MOST_LINES = 60_000;
/** Of characters. No question has so many, and what looks for its parts looks at a line as a whole. */
const LONGEST_LINE = 200_000;
/** No office program writes so much for the words of questions; pictures are parts of their own and do not count. */
const LARGEST_XML = 15 * 1024 * 1024;
const LARGEST_FILE = 48 * 1024 * 1024;

/** What a file of questions says, and its text as it was decoded where it is one: null for a packed file. */
export interface ReadUpload extends ReadFile {
  text: string | null;
}

/**
 * Reads a file that somebody sent. What it is follows from its content and where that leaves a doubt from its name; `format`
 * overrules both. Old Vietnamese encodings are recognised. Throws FileRefusal for what is too large, damaged, hostile or no
 * file of questions at all.
 */
export async function readUpload(
  bytes: Uint8Array,
  { name, format }: { name: string; format?: FormatName },
): Promise<ReadUpload> {
  if (bytes.byteLength === 0) throw new FileRefusal('empty-file');
  if (bytes.byteLength > LARGEST_FILE) throw new FileRefusal('too-large');
  if (isPacked(bytes) && (format === undefined || fileFormats[format].takes !== 'text')) {
    const parts = await unpack(bytes, { mostBytes: LARGEST_FILE });
    for (const [part, { byteLength }] of parts) {
      if (byteLength > LARGEST_XML && /\.(xml|rels)$/i.test(part)) throw new FileRefusal('too-large', part);
    }
    const known = format ?? formatOfParts(parts);
    if (!known) throw new FileRefusal('unknown-package', [...parts.keys()].slice(0, 3).join(', '));
    return { ...readQuestionParts(parts, known), text: null };
  }
  const text = textOf(bytes);
  if (!isXmlText(text)) refuseEndless(text);
  const known = format ?? formatOfText(text, name);
  return { ...readQuestionFile(text, known), text };
}

/** A text is as long as its file may be, and its lines are those of a text. */
function refuseEndless(text: string): void {
  let from = 0;
  for (let lines = 1; from < text.length; lines += 1) {
    const end = text.indexOf('\n', from);
    const until = end === -1 ? text.length : end;
    if (lines > MOST_LINES) throw new FileRefusal('too-large');
    if (until - from > LONGEST_LINE) throw new FileRefusal('too-large', text.slice(from, from + 40).trim());
    from = until + 1;
  }
}

const isPacked = (bytes: Uint8Array) => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return start.startsWith('PK') || start === '\xd0\xcf\x11\xe0';
};

/** The text of a file in whatever letters it was written. Throws FileRefusal for what is no text. */
function textOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  if (OTHERS.some((sign) => head.startsWith(sign))) throw new FileRefusal('not-text');
  if (isXml(head, bytes)) {
    if (bytes.byteLength > LARGEST_XML) throw new FileRefusal('too-large');
    return Buffer.from(judgeXml(bytes))
      .toString()
      .replace(/^\ufeff/, '');
  }
  if (bytes.byteLength > LARGEST_TEXT) throw new FileRefusal('too-large');
  const encoding = encodingOf(bytes);
  if (encoding !== 'bytes') {
    const text = decoded(bytes, encoding);
    // Typed with an ABC or VNI font and saved as Unicode: the letters are Western ones.
    const typed = /[^\0-\xff]/.test(text) ? null : guessTypedLegacy(telling(text));
    return typed ? decodeLegacy(text, typed) : text;
  }
  const text = Buffer.from(bytes).toString('latin1');
  const legacy = guessLegacy(telling(text));
  // A word or two read as anything: what is no UTF-8 and tells no encoding is broken.
  if (!legacy || scoreOf([decodeLegacy(text.slice(0, 20_000), legacy)]).marked < 3)
    throw new FileRefusal('broken-utf8');
  return decodeLegacy(text, legacy);
}

const XML = /^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|!--|quiz[\s>]|manifest|questestinterop|([\w-]+:)?(qti-)?assessment)/i;
// UTF-16 of '<', with and without its mark.
const WIDE = ['fffe3c00', 'feff003c', '3c00', '003c'];
const isXmlText = (text: string) => XML.test(text.slice(0, 400));
const isXml = (head: string, bytes: Uint8Array) => {
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return XML.test(head) || WIDE.some((sign) => hex.startsWith(sign));
};
// PDF, RTF, PNG, GIF, JPEG, programs, archives and the old format of Office.
const OTHERS = ['%PDF', '{\\rtf', '\x89PNG', 'GIF8', '\xff\xd8\xff', 'MZ', '\x7fELF', 'PK\x03\x04', '\xd0\xcf\x11\xe0'];

function encodingOf(bytes: Uint8Array) {
  try {
    return encodingOfBytes(bytes);
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    throw new FileRefusal(error.code === 'broken-utf8' ? 'broken-utf8' : 'not-text');
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefusal('broken-utf8');
  }
}

/** Lines that hold more than plain letters, as many as tell an encoding. */
const telling = (text: string): string[] =>
  text
    .slice(0, 400_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => /[^\0-\x7f]/.test(line))
    .slice(0, 500);

/** By content; a name that says more than the content does is believed. */
function formatOfText(text: string, name: string): FormatName {
  const seen = formatOf(text);
  const named = formatOfName(name);
  return seen === 'text' && named !== null && fileFormats[named].takes === 'text' ? named : seen;
}
