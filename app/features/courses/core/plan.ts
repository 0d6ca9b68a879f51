import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';

/** By the end of this day so much of the audience (0..1, the exempt apart) is meant to have completed. */
export interface PlanPoint {
  readonly day: LocalDate;
  readonly share: number;
}

/** So many points one plan may have. */
export const mostPlanPoints = 12;

export type PlanProblem = {
  /** Which point, from 0 in the order given. */
  index: number;
  code: 'before-open' | 'after-due' | 'same-day' | 'out-of-range' | 'falls';
};

/** What cannot stand in a plan; empty = it can. A plan may be given in any order; it never falls. */
export function planProblems(
  points: readonly PlanPoint[],
  { openAt, dueAt }: { openAt: Date; dueAt: Date | null },
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const sorted = points.map((point, index) => ({ ...point, index })).sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const [place, { day, share, index }] of sorted.entries()) {
    const before = sorted[place - 1];
    if (share < 0 || share > 1) problems.push({ index, code: 'out-of-range' });
    else if (day < dateOf(openAt)) problems.push({ index, code: 'before-open' });
    else if (dueAt && day > dateOf(dueAt)) problems.push({ index, code: 'after-due' });
    else if (before && before.day === day) problems.push({ index, code: 'same-day' });
    else if (before && before.share > share) problems.push({ index, code: 'falls' });
  }
  return problems.sort((a, b) => a.index - b.index);
}

/** The points in the order of their days. */
export const orderedPlan = (points: readonly PlanPoint[]): PlanPoint[] =>
  [...points].sort((a, b) => (a.day < b.day ? -1 : 1));
