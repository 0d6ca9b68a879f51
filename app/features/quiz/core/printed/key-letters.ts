import type { OptionOrder, QuestionBody } from '#app/features/questions/core/question.ts';
import { revealAnswer, rightAnswerText } from '#app/features/questions/core/question-types.ts';
import { letterAt } from './paper-item.ts';

/** True and false on paper. */
export const TRUE_SIGN = 'Đ';
export const FALSE_SIGN = 'S';
export const truthSign = (isTrue: boolean): string => (isTrue ? TRUE_SIGN : FALSE_SIGN);

/**
 * The right answer as it stands on a sheet: 'B', 'AC', 'Đ', 'ĐSSĐ', for a matching the letter of each prompt in turn, for an
 * ordering the letters in the right order, otherwise words; '' for an essay. It is the key: for authors alone.
 */
export function keyLetters(body: QuestionBody, order: OptionOrder): string {
  const { right } = revealAnswer(body, order, null);
  switch (body.type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return (right as number[]).map(letterAt).join('');
    case 'true-false':
      return truthSign(right === true);
    case 'cluster':
      return inTurn(right)
        .map((value) => truthSign(value === true))
        .join('');
    case 'matching':
      return inTurn(right)
        .map((value) => letterAt(Number(value)))
        .join('');
    case 'essay':
      return '';
    default:
      return rightAnswerText(body);
  }
}

/** The values of a record by position, in the order of the positions. */
const inTurn = (record: unknown): unknown[] =>
  Object.entries(record as Record<string, unknown>)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value);
