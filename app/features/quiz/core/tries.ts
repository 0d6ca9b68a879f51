import type { QuestionResponse } from '#app/features/questions/core/question.ts';
import { canonicalText } from './canonical-text.ts';
import type { Certainty } from './certainty.ts';
import { roundMark } from './grade.ts';
import type { QuizSettings } from './settings.ts';

/** An answer that was checked, and what it earned by the key of that time. */
export interface Try {
  readonly response: QuestionResponse;
  /** Of a quiz with certainty-based marking. */
  readonly certainty?: Certainty | null;
  /** 0..1, before any loss. */
  readonly fraction: number;
  readonly at: Date;
}

export type TryRules = Pick<QuizSettings, 'triesAllowed' | 'tryPenalty'>;

/** What a question makes of a response: its fraction, 0..1; null when a person has to mark it. */
export type GradeResponse = (response: QuestionResponse | null) => number | null;

/** What several tries came to. */
export interface Replayed {
  /** Of the answer that stands now, 0..1. */
  readonly fraction: number;
  /** Of the question's mark, 0..1: the best try after what the wrong ones before it cost. */
  readonly earned: number;
  /** The checked tries by this key; what was not checked is not among them. */
  readonly tries: readonly Try[];
}

/** Whether no further try is open: one was right, or as many as are allowed were made. */
export function areTriesOver(tries: readonly Pick<Try, 'fraction'>[], { triesAllowed }: TryRules): boolean {
  return tries.some(({ fraction }) => fraction >= 1) || (triesAllowed > 0 && tries.length >= triesAllowed);
}

/** The most that a try is still worth after so many wrong ones, 0..1 of the mark. */
export function worthOfTry(wrongBefore: number, { tryPenalty }: TryRules): number {
  return roundMark(Math.max(0, 1 - tryPenalty * wrongBefore));
}

/**
 * What tries and the answer that stands at the end earn, with any key: the marking of an attempt and a regrade both go
 * through here, so that a changed key changes what follows from it and nothing else.
 *
 * Each try earns its fraction less `tryPenalty` for every try before it that was not wholly right, never below 0; the
 * best one counts, so that trying on never costs what was earned already. An answer that was changed after the last
 * check and not checked counts as one more try, unless no further one was open.
 */
export function replay(
  tries: readonly Try[],
  lastResponse: QuestionResponse | null,
  grade: GradeResponse,
  rules: TryRules,
): Replayed {
  const replayed = tries.map((one) => ({ ...one, fraction: fractionOf(grade, one.response) }));
  const fraction = fractionOf(grade, lastResponse);
  const isOneMore =
    lastResponse !== null &&
    !isSameResponse(lastResponse, tries.at(-1)?.response ?? null) &&
    !areTriesOver(tries, rules);
  let wrongBefore = 0;
  let earned = 0;
  for (const one of isOneMore ? [...replayed, { fraction }] : replayed) {
    earned = Math.max(earned, one.fraction - rules.tryPenalty * wrongBefore);
    if (one.fraction < 1) wrongBefore += 1;
  }
  return { fraction, earned: roundMark(earned), tries: replayed };
}

/** Two stored responses are the same answer. */
export function isSameResponse(a: QuestionResponse | null, b: QuestionResponse | null): boolean {
  return canonicalText(a) === canonicalText(b);
}

/** The same within 0..1 and as it is stored; what a person must mark has earned nothing yet. */
export const fractionOf = (grade: GradeResponse, response: QuestionResponse | null): number =>
  roundMark(Math.min(1, Math.max(0, grade(response) ?? 0)));
