import { problemAt, type ReadFile } from '../read-question.ts';
import { readGiftItems } from './gift-items.ts';
import { giftToQuestion } from './gift-to-question.ts';

/** Reads a GIFT file: its questions in written order, and every doubt with the line on which its question begins. */
export function parseGift(source: string): ReadFile {
  const { items, problems } = readGiftItems(source);
  const read = items.map(giftToQuestion);
  const questions = read.flatMap(({ question }) => question ?? []);
  const all = [...problems, ...read.flatMap((one) => one.problems)].sort((a, b) => a.line - b.line);
  if (questions.length === 0 && all.length === 0) all.push(problemAt('error', 'empty-file', { line: 1, text: source }));
  return { format: 'gift', questions, problems: all };
}
