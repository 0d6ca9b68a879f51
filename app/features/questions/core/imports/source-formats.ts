import { parseAiken, printAiken } from '../formats/aiken.ts';
import { parseGift } from '../formats/gift/parse-gift.ts';
import { printGift } from '../formats/gift/print-gift.ts';
import type { PrintedFile, PrintQuestion } from '../formats/print-question.ts';
import { printText } from '../formats/print-text.ts';
import type { ReadFile } from '../formats/read-question.ts';
import { parseText } from '../formats/text/parse-text.ts';

/** The formats that an author edits as text. What comes packed (Word, a workbook, a package) is edited in its text form. */
export const sourceFormats = ['text', 'gift', 'aiken'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

export const isSourceFormat = (format: string): format is SourceFormat =>
  (sourceFormats as readonly string[]).includes(format);

interface SourceFormatRules {
  parse(source: string): ReadFile;
  print(questions: readonly PrintQuestion[]): PrintedFile;
}

const rules: Record<SourceFormat, SourceFormatRules> = {
  text: { parse: parseText, print: printText },
  gift: { parse: parseGift, print: printGift },
  aiken: { parse: parseAiken, print: printAiken },
};

/** What a source says. Pure and fast: the browser reads it again with every key. */
export const parseSource = (source: string, format: SourceFormat): ReadFile => rules[format].parse(source);

/** Questions as the format writes them. */
export const printSource = (questions: readonly PrintQuestion[], format: SourceFormat): PrintedFile =>
  rules[format].print(questions);
