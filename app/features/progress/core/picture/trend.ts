import { addDays, daysBetween, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { type PlanPoint, plannedPeople, plannedShare } from './plan-line.ts';

/** By how much the figures changed on a day. */
export interface TrendChange {
  readonly day: LocalDate;
  readonly completed: number;
  /** Of the audience without the exempt. */
  readonly audience: number;
  readonly strength: number;
}

/** The figures at the end of a day, beside what was planned. */
export interface TrendPoint {
  readonly day: LocalDate;
  readonly completed: number;
  readonly planned: number | null;
  readonly strength: number;
}

type Figures = Omit<TrendChange, 'day'>;

/**
 * The figures of each day from `from` to `until`, both included: those of the end less what was changed later. Changes may
 * come in any order and several to a day; those after `until` are not among them.
 */
export function trendOf(
  { from, until, figures }: { from: LocalDate; until: LocalDate; figures: Figures },
  changes: readonly TrendChange[],
  plan: readonly PlanPoint[],
): TrendPoint[] {
  const byDay = new Map<LocalDate, Figures>();
  for (const { day, ...change } of changes) byDay.set(day, plus(byDay.get(day) ?? nothing, change, 1));
  const points: TrendPoint[] = [];
  let left = figures;
  for (let back = 0; back <= Math.max(0, daysBetween(from, until)); back += 1) {
    const day = addDays(until, -back);
    points.push({
      ...{ day, completed: left.completed, strength: left.strength },
      planned: plannedPeople(plannedShare(plan, day), left.audience),
    });
    left = plus(left, byDay.get(day) ?? nothing, -1);
  }
  return points.reverse();
}

const nothing: Figures = { completed: 0, audience: 0, strength: 0 };

const plus = (a: Figures, b: Figures, sign: 1 | -1): Figures => ({
  completed: a.completed + sign * b.completed,
  audience: a.audience + sign * b.audience,
  strength: a.strength + sign * b.strength,
});

/** At most `most` of the points, evenly, the first and the last among them: for a table that a person reads. */
export function thinned<T>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => points[Math.round(at * step)]!);
}
