import { idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Regraded } from './regrade-attempt.ts';

/** What a change of key would change, in numbers of attempts. */
export interface ChangeCounts {
  /** Attempts that hold the question. */
  readonly attempts: number;
  /** Of these, where the question's mark changes, and in which direction. */
  readonly marksChanged: number;
  readonly marksUp: number;
  readonly marksDown: number;
  readonly gradesChanged: number;
  /** Not passed now, passed by the new key; and the other way round. */
  readonly wouldPass: number;
  readonly wouldFail: number;
  readonly classificationsChanged: number;
  /** No grade yet: an answer of theirs waits for a marker. */
  readonly waiting: number;
}

export interface DryRun extends ChangeCounts {
  /** By id, so that the same figures are the same text. */
  readonly perQuiz: readonly (ChangeCounts & { readonly quizId: string })[];
  /** By the units directly below the one that owns the question; null: learners of other branches. */
  readonly perUnit: readonly (ChangeCounts & { readonly unitId: string | null })[];
}

/** What of a regraded attempt the counting looks at. */
export type RegradeOutcome = Omit<Regraded, 'attemptId' | 'slots' | 'sum' | 'itemMarks'>;

export const NO_CHANGE: ChangeCounts = {
  ...{ attempts: 0, marksChanged: 0, marksUp: 0, marksDown: 0, gradesChanged: 0 },
  ...{ wouldPass: 0, wouldFail: 0, classificationsChanged: 0, waiting: 0 },
};

/** Counts what changes in all, per quiz, and per unit directly below `ownerPath`. */
export function dryRunOf(outcomes: Iterable<RegradeOutcome>, ownerPath: UnitPath): DryRun {
  let all = NO_CHANGE;
  const quizzes = new Map<string, ChangeCounts>();
  const units = new Map<string | null, ChangeCounts>();
  for (const outcome of outcomes) {
    const one = countsOf(outcome);
    all = plus(all, one);
    quizzes.set(outcome.quizId, plus(quizzes.get(outcome.quizId) ?? NO_CHANGE, one));
    const unitId = unitBelow(ownerPath, outcome.unitPath);
    units.set(unitId, plus(units.get(unitId) ?? NO_CHANGE, one));
  }
  const sorted = <Key extends string | null>(map: Map<Key, ChangeCounts>) =>
    [...map].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return {
    ...all,
    perQuiz: sorted(quizzes).map(([quizId, counts]) => ({ ...counts, quizId })),
    perUnit: sorted(units).map(([unitId, counts]) => ({ ...counts, unitId })),
  };
}

/** Whether two dry runs say the same: an approver is told first when the figures have moved since the proposal. */
export const isSameDryRun = (a: DryRun, b: DryRun): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The unit by which a learner is counted: directly below the owner, or the owner itself; null outside of it. */
export function unitBelow(ownerPath: UnitPath, unitPath: UnitPath): string | null {
  if (!isWithin(unitPath, ownerPath)) return null;
  const ids = idsOf(unitPath);
  return ids[Math.min(idsOf(ownerPath).length, ids.length - 1)] ?? null;
}

function countsOf(outcome: RegradeOutcome): ChangeCounts {
  const { oldMark, newMark, oldGrade, newGrade, oldPassed, newPassed, oldClassification, newClassification } = outcome;
  const moved = (newMark ?? 0) - (oldMark ?? 0);
  const one = (isSo: boolean) => (isSo ? 1 : 0);
  return {
    attempts: 1,
    marksChanged: one(oldMark !== newMark),
    marksUp: one(moved > 0),
    marksDown: one(moved < 0),
    gradesChanged: one(oldGrade !== newGrade),
    wouldPass: one(oldPassed === false && newPassed === true),
    wouldFail: one(oldPassed === true && newPassed === false),
    classificationsChanged: one(oldClassification !== newClassification),
    waiting: one(newGrade === null),
  };
}

function plus(a: ChangeCounts, b: ChangeCounts): ChangeCounts {
  return {
    attempts: a.attempts + b.attempts,
    marksChanged: a.marksChanged + b.marksChanged,
    marksUp: a.marksUp + b.marksUp,
    marksDown: a.marksDown + b.marksDown,
    gradesChanged: a.gradesChanged + b.gradesChanged,
    wouldPass: a.wouldPass + b.wouldPass,
    wouldFail: a.wouldFail + b.wouldFail,
    classificationsChanged: a.classificationsChanged + b.classificationsChanged,
    waiting: a.waiting + b.waiting,
  };
}
