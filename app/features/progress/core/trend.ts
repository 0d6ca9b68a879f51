import { addDays, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { type CounterRow, type Rollup, rollupOf } from './rollup.ts';

/** How a unit stood at the end of a day there. */
export interface TrendPoint {
  readonly day: LocalDate;
  readonly rollup: Rollup;
}

/** By how much a counter, or the strength, changed on a day. */
export type DayChange = CounterRow & { readonly day: LocalDate };
export interface StrengthDay {
  readonly day: LocalDate;
  readonly by: number;
}

/**
 * The end of each day from `from` to `until` (both included), from today's figures and the changes of the days since
 * `from`: each day's figures are those of the day after less what changed on that.
 */
export function trendOf(
  today: { readonly strength: number; readonly counters: readonly CounterRow[] },
  changes: { readonly counters: readonly DayChange[]; readonly strength: readonly StrengthDay[] },
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): TrendPoint[] {
  const standing = new Map(today.counters.map((row) => [`${row.dimension} ${row.key}`, { ...row }]));
  let { strength } = today;
  const later = [...changes.counters].sort((a, b) => (a.day < b.day ? -1 : 1));
  const moves = [...changes.strength].sort((a, b) => (a.day < b.day ? -1 : 1));
  const points: TrendPoint[] = [];
  for (let day = until; day >= from; day = addDays(day, -1)) {
    for (let last = later.at(-1); last && last.day > day; last = later.at(-1)) {
      const { dimension, key, count } = later.pop()!;
      const name = `${dimension} ${key}`;
      standing.set(name, { dimension, key, count: (standing.get(name)?.count ?? 0) - count });
    }
    for (let last = moves.at(-1); last && last.day > day; last = moves.at(-1)) strength -= moves.pop()!.by;
    points.push({ day, rollup: rollupOf(strength, [...standing.values()]) });
  }
  return points.reverse();
}
