import { parseAiken } from './aiken.ts';
import { parseGift } from './gift/parse-gift.ts';
import type { FormatName, ReadFile } from './read-question.ts';
import { parseText } from './text/parse-text.ts';

const parsers: Record<FormatName, (source: string) => ReadFile> = {
  gift: parseGift,
  aiken: parseAiken,
  text: parseText,
};

/** Reads a file of questions; the format is recognised unless it is named. */
export const readQuestionFile = (source: string, format: FormatName = formatOf(source)): ReadFile =>
  parsers[format](source);

const GIFT = /^\s*(::|\$CATEGORY\s*:)|\{\s*([=~#}]|(t|f|true|false)\s*[#}])/im;
const AIKEN = /^\s*ANSWER:\s*[A-Z]\s*$/m;
const PAPER = /^\s*(câu|bài)\s*(hỏi\s*)?\d+/imu;

/** The format that a text looks like. A Vietnamese paper is the default: it has the fewest signs of its own. */
export function formatOf(source: string): FormatName {
  const start = source.slice(0, 100_000).normalize('NFC');
  if (GIFT.test(start)) return 'gift';
  if (PAPER.test(start)) return 'text';
  return AIKEN.test(start) ? 'aiken' : 'text';
}
