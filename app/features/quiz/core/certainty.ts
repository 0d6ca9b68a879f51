/** How sure a learner says to be of an answer: 1 little, 2 quite, 3 very. */
export const CERTAINTIES = [1, 2, 3] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/**
 * The published factors of certainty-based marking: what a right and a wrong answer earn, as parts of the question's mark.
 * To say honestly how sure one is pays best: 1 below 67 % sure, 2 up to 80 %, 3 above.
 */
export const CERTAINTY_FACTORS: Readonly<Record<Certainty, { readonly right: number; readonly wrong: number }>> = {
  1: { right: 1 / 3, wrong: 0 },
  2: { right: 2 / 3, wrong: -2 / 3 },
  3: { right: 1, wrong: -2 },
};

/**
 * What an answer that earns `fraction` (0..1) by its question's key earns under a certainty, as part of the question's
 * mark: -2..1. A fraction between 0 and 1 lies on the straight line between the wrong and the right factor, so that half
 * right with certainty 3 earns -1/2. A certainty that was not stated counts as 1. Not answered is for the caller: it
 * earns 0.
 */
export function earnedByCertainty(fraction: number, certainty: Certainty | null): number {
  const { right, wrong } = CERTAINTY_FACTORS[certainty ?? 1];
  return wrong + (right - wrong) * fraction;
}
