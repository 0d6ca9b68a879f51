import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { assignedOf } from '../rollup.ts';
import type { TrendPoint } from '../trend.ts';
import { type PlanPoint, plannedPeople, plannedShare } from './plan-line.ts';

/** The three lines of the trend at the end of a day, in people. */
export interface TrendLine {
  readonly day: LocalDate;
  readonly completed: number;
  /** Null = nothing is planned. */
  readonly planned: number | null;
  readonly strength: number;
}

/** What was done beside what was planned: the plan asks for its share of who was meant on that day, the exempt apart. */
export function trendLines(points: readonly TrendPoint[], plan: readonly PlanPoint[]): TrendLine[] {
  return points.map(({ day, rollup }) => ({
    day,
    completed: rollup.byStatus.completed,
    planned: plannedPeople(plannedShare(plan, day), assignedOf(rollup) - rollup.byStatus.exempt),
    strength: rollup.strength,
  }));
}

/** At most `most` of the points, evenly, the first and the last among them: for a table that a person reads. */
export function thinned<T>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => points[Math.round(at * step)]!);
}
