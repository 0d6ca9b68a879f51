import type { ShownQuestion } from '../../queries/shown-question.server.ts';
import type { ShownReview } from '../../queries/shown-review.server.ts';
import { letterOf } from '../rendered.tsx';

const withParts = new Set<ShownQuestion['type']>(['cluster', 'matching', 'ordering', 'blanks']);

/** Whether a question is judged part by part. */
export const hasParts = ({ type }: Pick<ShownQuestion, 'type'>): boolean => withParts.has(type);

/** The right answer in a line; '' for a question of parts and for one without a key. */
export function rightText(
  question: Pick<ShownQuestion, 'type' | 'options'>,
  right: NonNullable<ShownReview['right']>,
  words: { true: string; false: string },
): string {
  if (hasParts(question)) return '';
  if (typeof right === 'boolean') return words[right ? 'true' : 'false'];
  if (!Array.isArray(right) || right.length === 0) return '';
  // Of the texts that are taken as right the author's first: the others are ways of writing it.
  return question.options.length > 0 ? right.map((position) => letterOf(Number(position))).join(', ') : `“${right[0]}”`;
}
