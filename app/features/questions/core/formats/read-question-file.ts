import { parseAiken } from './aiken.ts';
import { looksLikeCsv, parseCsv } from './csv/parse-csv.ts';
import { parseDocx } from './docx/parse-docx.ts';
import { parseGift } from './gift/parse-gift.ts';
import { parseMoodleXml } from './moodle-xml/parse-moodle-xml.ts';
import { parseQtiItem } from './qti/parse-qti-item.ts';
import { parseQtiPackage } from './qti/parse-qti-package.ts';
import { type FormatName, problemAt, type ReadFile } from './read-question.ts';
import { parseText } from './text/parse-text.ts';
import { parseXlsx } from './xlsx/parse-xlsx.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

const textParsers: Partial<Record<FormatName, (source: string) => ReadFile>> = {
  gift: parseGift,
  aiken: parseAiken,
  text: parseText,
  csv: parseCsv,
  'moodle-xml': parseMoodleXml,
  qti: parseQtiItem,
};
const partsParsers: Partial<Record<FormatName, (parts: Parts) => ReadFile>> = {
  docx: parseDocx,
  qti: parseQtiPackage,
  xlsx: parseXlsx,
};

/** Reads a text of questions; the format is recognised unless it is named. */
export function readQuestionFile(source: string, format: FormatName = formatOf(source)): ReadFile {
  const parse = textParsers[format];
  return parse ? parse(source) : notOfFormat(format, source.slice(0, 200));
}

/** Reads an unpacked file of questions: a Word document, a workbook, a package. The format is recognised unless named. */
export function readQuestionParts(parts: Parts, format: FormatName | null = formatOfParts(parts)): ReadFile {
  const parse = format && partsParsers[format];
  return parse ? parse(parts) : notOfFormat(format ?? 'docx', [...parts.keys()].slice(0, 5).join(' '));
}

const notOfFormat = (format: FormatName, text: string): ReadFile => ({
  ...{ format, questions: [] },
  problems: [problemAt('error', 'not-of-format', { line: 1, text, detail: format })],
});

const GIFT = /^[ \t]*(::|\$CATEGORY[ \t]*:)|\{[ \t]*\r?\n?[ \t]*([=~#}]|(t|f|true|false)[ \t]*[#}\r\n])/im;
const AIKEN = /^[ \t]*ANSWER:[ \t]*[A-Z][ \t]*\r?$/m;
const PAPER = /^[ \t]*(câu|bài)[ \t]*(hỏi[ \t]*)?\d+/imu;
const ROOT = /^<(?:[\w.-]+:)?([\w.-]+)/;
const PROLOG: readonly (readonly [opens: string, closes: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** The name of the element that an XML text begins with, without prefix and in small letters; null for no XML. */
function rootOf(source: string): string | null {
  let rest = source.trimStart();
  for (;;) {
    const part = PROLOG.find(([opens]) => rest.startsWith(opens));
    if (!part) return ROOT.exec(rest)?.[1]?.toLowerCase() ?? null;
    const end = rest.indexOf(part[1], part[0].length);
    if (end === -1) return null;
    rest = rest.slice(end + part[1].length).trimStart();
  }
}

/** The format that a text looks like. A Vietnamese paper is the default: it has the fewest signs of its own. */
export function formatOf(source: string): FormatName {
  const start = source
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .normalize('NFC');
  const root = rootOf(start);
  if (root === 'quiz') return 'moodle-xml';
  if (root !== null && /^(qti-)?assessment-?(item|test|section|stimulus)|^questestinterop$|^manifest$/.test(root))
    return 'qti';
  if (looksLikeCsv(start)) return 'csv';
  if (GIFT.test(start)) return 'gift';
  if (PAPER.test(start)) return 'text';
  return AIKEN.test(start) ? 'aiken' : 'text';
}

/** The format of a package by the parts that it holds; null for none that is known. */
export function formatOfParts(parts: Parts): FormatName | null {
  if (parts.has('word/document.xml')) return 'docx';
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  const names = [...parts.keys()];
  if (names.some((name) => /(^|\/)imsmanifest\.xml$/i.test(name))) return 'qti';
  return names.some((name) => /\.xml$/i.test(name)) ? 'qti' : null;
}
