import type { QuizProblem } from './quiz-draft-content.ts';

export type Bounds = { least?: number; most: number; ifEmpty?: number; isWhole?: boolean };

/** A number as an author types it, comma or point; what is none, or lies outside, is added to `problems`. */
export function readNumber(field: string, text: string, bounds: Bounds, problems: QuizProblem[]): number {
  const { least = 0, most, ifEmpty, isWhole } = bounds;
  const typed = text.trim().replace(',', '.');
  if (typed === '' && ifEmpty !== undefined) return ifEmpty;
  const value = /^[+-]?\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (typed === '') problems.push({ field, code: 'missing' });
  else if (Number.isNaN(value) || (isWhole && !Number.isInteger(value))) problems.push({ field, code: 'not-a-number' });
  else if (value < least || value > most) problems.push({ field, code: 'out-of-range' });
  return value;
}
