import { isWithin } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { type GroupFigures, groupMeans } from '../../core/statistics/groups.ts';
import type { GradedAttemptFacts } from '../../data/statistics/graded-marks.server.ts';
import type { StatisticsUnit } from '../../data/statistics/statistics-names.server.ts';

/** Means by month, 'YYYY-MM', the oldest first. */
export function byMonth(attempts: readonly GradedAttemptFacts[], values: ArrayLike<number>): GroupFigures[] {
  // Thousands of attempts fall into few hours: each hour is written out once.
  const monthOfHour = new Map<number, string>();
  const months = attempts.map(({ submittedAt }) => {
    const hour = Math.floor(submittedAt.getTime() / 3_600_000);
    const month = monthOfHour.get(hour) ?? dateOf(submittedAt).slice(0, 7);
    monthOfHour.set(hour, month);
    return month;
  });
  return groupMeans(months, values).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A unit beside its figures; without an id those who belong to none of the units. */
export interface UnitGroup extends Omit<GroupFigures, 'key'> {
  unitId: string | null;
  name: string;
}

/** Means by the unit that people belong to today, in the units' order; who stands in none of them comes last. */
export function byUnit(
  attempts: readonly GradedAttemptFacts[],
  values: ArrayLike<number>,
  units: readonly StatisticsUnit[],
): UnitGroup[] {
  const unitOf = new Map<string, string>();
  const keyOf = (path: string) => {
    const found = unitOf.get(path) ?? units.find((unit) => isWithin(path, unit.path))?.id ?? '';
    unitOf.set(path, found);
    return found;
  };
  const groups = groupMeans(
    attempts.map(({ unitPath }) => keyOf(unitPath)),
    values,
  );
  return [...units.map(({ id, name }) => ({ id, name })), { id: '', name: '' }].flatMap(({ id, name }) => {
    const group = groups.find(({ key }) => key === id);
    if (!group) return [];
    const { key: _, ...figures } = group;
    return [{ ...figures, unitId: id || null, name }];
  });
}
