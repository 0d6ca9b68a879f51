import { roundMark } from '../grade.ts';

/** What one marker gave. Round 1 and 2 mark without knowing of each other; 3 settles a disagreement. */
export interface GivenMark {
  readonly round: number;
  /** 0..1. */
  readonly fraction: number;
}

/** Which mark an answer waits for; done once its fraction is settled. */
export const TASK_STATES = ['first', 'second', 'third', 'done'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** As the quiz asked when the attempt was submitted. */
export interface MarkingRules {
  readonly markersWanted: number;
  /** Two marks further apart than this go to a third marker. */
  readonly disagreementFraction: number;
}

export type MarksDecision =
  | { readonly state: Exclude<TaskState, 'done'>; readonly fraction: null }
  | { readonly state: 'done'; readonly fraction: number };

/**
 * What the marks given so far come to. One marker: that mark. Two: their mean when they are no further apart than
 * `disagreementFraction` (compared on values rounded to 5 decimals); further apart, a third person marks without seeing
 * either, and the third mark alone holds.
 */
export function decideMarks(marks: readonly GivenMark[], rules: MarkingRules): MarksDecision {
  const of = (round: number) => marks.find((one) => one.round === round)?.fraction;
  const [first, second, third] = [of(1), of(2), of(3)];
  if (first === undefined) return { state: 'first', fraction: null };
  if (rules.markersWanted < 2) return done(first);
  if (second === undefined) return { state: 'second', fraction: null };
  if (roundMark(Math.abs(first - second)) <= roundMark(rules.disagreementFraction)) return done((first + second) / 2);
  return third === undefined ? { state: 'third', fraction: null } : done(third);
}

const done = (fraction: number): MarksDecision => ({ state: 'done', fraction: roundMark(fraction) });

/** The round that a new mark belongs to; null once none is wanted. */
export function nextRound(state: TaskState): 1 | 2 | 3 | null {
  return state === 'done' ? null : state === 'first' ? 1 : state === 'second' ? 2 : 3;
}
