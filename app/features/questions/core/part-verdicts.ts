import { blankMarks } from './blank-marks.ts';
import type { OptionOrder, PresentedResponse, QuestionBody, QuestionResponse } from './question.ts';
import { gradeResponse, presentResponse, revealAnswer } from './question-types.ts';

export type PartVerdict = 'right' | 'partial' | 'wrong' | 'unanswered';

/**
 * Right or wrong for each part of a response, by displayed position: a statement, a prompt, an item's place, a blank.
 * Empty for types of one part. Where a part has two answers its verdict is the key: only for whoever may see that.
 */
export function partVerdicts(
  body: QuestionBody,
  response: QuestionResponse | null,
  optionOrder: OptionOrder,
): Record<string, PartVerdict> {
  const given = presentResponse(body, response, optionOrder);
  const { right } = revealAnswer(body, optionOrder, response);
  if (body.type === 'ordering') return placeVerdicts(given, Array.isArray(right) ? right.map(Number) : []);
  if (typeof right !== 'object' || Array.isArray(right)) return {};
  return Object.fromEntries(
    Object.entries(right).map(([position, wanted]): [string, PartVerdict] => {
      const part = partAt(given, position);
      if (part === undefined) return [position, 'unanswered'];
      if (!Array.isArray(wanted) || body.type !== 'blanks')
        return [position, String(part) === String(wanted) ? 'right' : 'wrong'];
      // What one typed blank earns is what a question would that has no other.
      const blank = body.blanks.find(({ id }) => id === blankMarks(body.stem)[Number(position)]);
      const fraction = blank ? (gradeResponse({ ...body, blanks: [blank] }, response) ?? 0) : 0;
      return [position, fraction >= 1 ? 'right' : fraction > 0 ? 'partial' : 'wrong'];
    }),
  );
}

/** Of items in an order: whether each stands where it belongs. */
function placeVerdicts(given: PresentedResponse, wanted: readonly number[]): Record<string, PartVerdict> {
  const chosen: readonly number[] = Array.isArray(given) ? given : [];
  const verdictAt = (position: number, place: number): PartVerdict =>
    chosen.length === 0 ? 'unanswered' : chosen[place] === position ? 'right' : 'wrong';
  return Object.fromEntries(wanted.map((position, place) => [String(position), verdictAt(position, place)]));
}

function partAt(given: PresentedResponse, position: string): string | number | undefined {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? given[position] : undefined;
}
