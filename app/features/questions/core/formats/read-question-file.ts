import { parseAiken } from './aiken.ts';
import { parseGift } from './gift/parse-gift.ts';
import { type FormatName, problemAt, type ReadFile } from './read-question.ts';
import { parseText } from './text/parse-text.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

const textParsers: Partial<Record<FormatName, (source: string) => ReadFile>> = {
  gift: parseGift,
  aiken: parseAiken,
  text: parseText,
};
const partsParsers: Partial<Record<FormatName, (parts: Parts) => ReadFile>> = {};

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

const GIFT = /^\s*(::|\$CATEGORY\s*:)|\{\s*([=~#}]|(t|f|true|false)\s*[#}])/im;
const AIKEN = /^\s*ANSWER:\s*[A-Z]\s*$/m;
const PAPER = /^\s*(câu|bài)\s*(hỏi\s*)?\d+/imu;
const MOODLE = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<quiz[\s>]/i;
const QTI = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<(?:[\w-]+:)?(?:qti-)?assessment-?(?:item|test|section)[\s>]/i;
const XML = /^\s*<\?xml\s/i;

/** The format that a text looks like. A Vietnamese paper is the default: it has the fewest signs of its own. */
export function formatOf(source: string): FormatName {
  const start = source
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .normalize('NFC');
  if (MOODLE.test(start)) return 'moodle-xml';
  if (QTI.test(start) || XML.test(start)) return 'qti';
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
