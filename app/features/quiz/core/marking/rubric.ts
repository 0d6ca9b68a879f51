import type { RubricCriterion } from '#app/features/questions/core/question.ts';
import { roundMark } from '../grade.ts';

/** The level chosen for each criterion: criterion id -> index of the level, from 0. */
export type ChosenLevels = Readonly<Record<string, number>>;

/** The most that a rubric gives: the best level of each criterion. */
export function pointsOfRubric(rubric: readonly RubricCriterion[]): number {
  return rubric.reduce((sum, { levels }) => sum + Math.max(0, ...levels.map(({ points }) => points)), 0);
}

/**
 * What the chosen levels earn, 0..1: the sum of their points over the sum of the best levels. Null while a criterion has
 * no level, names one that is not there, or where the whole rubric is worth nothing.
 */
export function fractionOfRubric(rubric: readonly RubricCriterion[], chosen: ChosenLevels): number | null {
  const best = pointsOfRubric(rubric);
  if (best <= 0) return null;
  let points = 0;
  for (const { id, levels } of rubric) {
    const level = levels[chosen[id] ?? -1];
    if (!level) return null;
    points += level.points;
  }
  return withinBounds(points / best);
}

/** What a mark given without a rubric earns, 0..1. Null for what is no mark of 0..`maxMark`. */
export function fractionOfMark(mark: number, maxMark: number): number | null {
  return maxMark > 0 && mark >= 0 && mark <= maxMark ? withinBounds(mark / maxMark) : null;
}

const withinBounds = (fraction: number) => roundMark(Math.min(1, Math.max(0, fraction)));
