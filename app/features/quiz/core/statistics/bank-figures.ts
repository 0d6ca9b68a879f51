import type { Difficulty } from '#app/features/questions/core/question.ts';
import { flagBounds, type ItemFlag, itemFlags } from './flags.ts';

/** Sums over the graded answers to one question, of all its versions and quizzes; r = the rest of the attempt, 0..1. */
export interface AnswerSums {
  readonly answers: number;
  readonly x: number;
  readonly xx: number;
  readonly r: number;
  readonly rr: number;
  readonly xr: number;
}

/** What answers say of a question in the bank; figures that are not defined or not yet worth saying are null. */
export interface BankFigures {
  readonly answers: number;
  /** Mean share of the mark, 0..1. */
  readonly facility: number | null;
  /** 100 x the correlation with the rest of the attempt, over all quizzes that had it. */
  readonly discrimination: number | null;
  readonly measured: Difficulty | null;
  readonly flags: readonly ItemFlag['code'][];
}

/** From here a question is easy, up to there it is hard; between them, medium. Our choice, printed beside the figures. */
export const levelBounds = { easyFrom: 0.75, hardUpTo: 0.4 } as const;

export function bankFigures({ answers, x, xx, r, rr, xr }: AnswerSums): BankFigures {
  const facility = answers > 0 ? x / answers : null;
  const [varX, varR] = [answers * xx - x * x, answers * rr - r * r];
  // What is left of sums that should be nothing is rounding.
  const isFlat = varX <= 1e-9 * answers * answers || varR <= 1e-9 * answers * answers;
  const index = answers > 1 && !isFlat ? (100 * (answers * xr - x * r)) / Math.sqrt(varX * varR) : null;
  const isEnough = answers >= flagBounds.minAttempts;
  const codes = itemFlags({ attempts: answers, facility, discriminationIndex: index }).map(({ code }) => code);
  return {
    answers,
    facility,
    discrimination: isEnough ? index : null,
    measured: isEnough && facility !== null ? levelOf(facility) : null,
    flags: codes.filter((code) => code !== 'too-few'),
  };
}

const levelOf = (facility: number): Difficulty =>
  facility >= levelBounds.easyFrom ? 'easy' : facility <= levelBounds.hardUpTo ? 'hard' : 'medium';
