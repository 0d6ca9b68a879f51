import type { QuestionBody, RubricCriterion } from '#app/features/questions/core/question.ts';
import { type ChosenLevels, fractionOfMark, fractionOfRubric } from './rubric.ts';

/** The criteria by which an answer is marked; none: the marker gives a mark as a whole. */
export function rubricOf(body: QuestionBody): readonly RubricCriterion[] {
  return body.type === 'essay' ? body.rubric : [];
}

/** What a marker's form said: levels by the criterion's place, and a mark as typed where there is no rubric. */
export interface TypedMark {
  readonly levels: Readonly<Record<number, number>>;
  readonly mark: string;
}

export type ReadMark =
  | { readonly kind: 'read'; readonly fraction: number; readonly levels: ChosenLevels }
  /** Places of criteria without a level; or a mark that is none, or lies outside of 0..maxMark. */
  | { readonly kind: 'incomplete'; readonly missing: readonly number[] }
  | { readonly kind: 'not-a-mark' };

/** Makes a fraction of what a marker chose or typed; a comma or a point is decimal. */
export function readMark(body: QuestionBody, maxMark: number, typed: TypedMark): ReadMark {
  const rubric = rubricOf(body);
  if (rubric.length > 0) {
    const isThere = (place: number) => rubric[place]?.levels[typed.levels[place] ?? -1] !== undefined;
    const missing = rubric.map((_, place) => place).filter((place) => !isThere(place));
    const levels = Object.fromEntries(rubric.map(({ id }, place) => [id, typed.levels[place] ?? -1]));
    const fraction = fractionOfRubric(rubric, levels);
    return fraction === null ? { kind: 'incomplete', missing } : { kind: 'read', fraction, levels };
  }
  const text = typed.mark.trim().replace(',', '.');
  const fraction = /^\d{1,4}(\.\d{1,5})?$/.test(text) ? fractionOfMark(Number(text), maxMark) : null;
  return fraction === null ? { kind: 'not-a-mark' } : { kind: 'read', fraction, levels: {} };
}
