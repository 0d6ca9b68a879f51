import type { PartVerdict } from '#app/features/questions/core/part-verdicts.ts';
import type { ShownQuestion } from '../../queries/shown-question.server.ts';
import type { ShownReview } from '../../queries/shown-review.server.ts';
import { letterOf } from '../rendered.tsx';
import { partsOf } from '../sheets/sheet.ts';

/** One part of a reviewed question, ready to be written. */
export interface PartLine {
  key: number;
  label: string;
  labelHtml?: string;
  /** Null: left empty. Absent: the review does not show it. */
  given?: string | null;
  right?: string;
  verdict?: PartVerdict;
  remarkHtml?: string;
}

interface Words {
  true: string;
  false: string;
  blanks: { blank: (n: number) => string };
  review: { yourPlace: (n: number) => string };
}

/** The parts of a cluster, a matching, an ordering or a text with blanks, in the order in which they are read. */
export function partLines(question: ShownQuestion, review: ShownReview, words: Words): PartLine[] {
  if (question.type === 'ordering') return orderLines(question, review, words);
  const { type, statements, prompts, choices = [], blanks } = question;
  const truth = (value: unknown) => words[String(value) === 'true' ? 'true' : 'false'];
  const choiceText = (position: unknown) => {
    const choice = choices.find((one) => one.position === Number(position));
    return choice ? `${letterOf(choice.position)}. ${choice.text}` : '';
  };
  const say = (value: unknown, at: number): string => {
    if (type === 'cluster') return truth(value);
    if (type === 'matching') return choiceText(value);
    const options = blanks?.[at]?.options;
    if (options) return options.find(({ position }) => position === Number(value))?.text ?? '';
    return Array.isArray(value) ? String(value[0] ?? '') : String(value);
  };
  const given = partsOf(review.answer ?? null);
  const right = isRecord(review.right) ? review.right : {};
  const texts: readonly { position: number; html?: string }[] = statements ?? prompts ?? blanks ?? [];
  return texts.map(({ position, html }) => ({
    key: position,
    label: blanks ? words.blanks.blank(position + 1) : `${position + 1}.`,
    ...(html !== undefined && { labelHtml: html }),
    ...(review.answer !== undefined && {
      given: given[position] === undefined ? null : say(given[position], position),
    }),
    ...(right[position] !== undefined && { right: say(right[position], position) }),
    ...(review.parts?.[position] && { verdict: review.parts[position] }),
    ...(review.parts && review.feedbackHtml?.[position] && { remarkHtml: review.feedbackHtml[position] }),
  }));
}

/** The right order where it is shown, each item with the place that it was given; otherwise the own order. */
function orderLines({ items = [] }: ShownQuestion, { answer, right, parts }: ShownReview, words: Words): PartLine[] {
  const chosen = Array.isArray(answer) ? answer : [];
  const order = Array.isArray(right) ? right.map(Number) : chosen;
  const itemOf = new Map(items.map((item) => [item.position, item]));
  return order.map((position, place) => ({
    key: position,
    label: `${place + 1}.`,
    labelHtml: itemOf.get(position)?.html ?? '',
    ...(Array.isArray(right) &&
      answer !== undefined && {
        given: chosen.length > 0 ? words.review.yourPlace(chosen.indexOf(position) + 1) : null,
      }),
    ...(parts?.[position] && { verdict: parts[position] }),
  }));
}

const isRecord = (value: unknown): value is Record<string, boolean | number | string[]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
