import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { UnitKind } from '../person.ts';
import type { AbsenceReason } from './absence.ts';
import { type DayFigures, dayFigures, nobodyAbsent, sumOfDays } from './day-figures.ts';
import { partOf, rollOf } from './roll.ts';

export interface OverviewUnit {
  id: string;
  name: string;
  kind: UnitKind;
  path: UnitPath;
  position: number;
  strength: number;
}

/** One row of the overview: a direct sub-unit with everybody below, or the unit's own roll. */
export interface OverviewRow extends DayFigures {
  unitId: string;
  name: string;
  isOwnRoll: boolean;
  /** Units with people, and how many of them have confirmed the day. */
  units: number;
  confirmed: number;
}

/**
 * Direct sub-units side by side with what lies below each. A unit that confirmed the day counts as it confirmed, except
 * that who came since is present and who left is not: present and absent always add up to the strength.
 */
export function presenceOverview(
  top: OverviewUnit,
  units: readonly OverviewUnit[],
  away: readonly { unitId: string; reason: AbsenceReason; people: number }[],
  confirmed: ReadonlyMap<string, DayFigures>,
): { rows: OverviewRow[]; total: OverviewRow } {
  const live = new Map<string, DayFigures['absent']>();
  for (const { unitId, reason, people } of away) {
    const absent = live.get(unitId) ?? nobodyAbsent();
    absent[reason] += people;
    live.set(unitId, absent);
  }
  const figuresOf = ({ id, strength }: OverviewUnit) =>
    dayFigures(strength, confirmed.get(id)?.absent ?? live.get(id) ?? nobodyAbsent());
  const sum = (of: readonly OverviewUnit[]) => {
    const manned = of.filter(({ id, strength }) => strength > 0 || confirmed.has(id));
    const stands = manned.filter(({ id }) => confirmed.has(id)).length;
    return { ...sumOfDays(manned.map(figuresOf)), units: manned.length, confirmed: stands };
  };
  const roll = rollOf(top.path, units);
  const onRoll = new Set(roll.map(({ id }) => id));
  const parts = new Map<string, OverviewUnit[]>();
  for (const unit of units) {
    const part = onRoll.has(unit.id) ? null : partOf(top.path, unit.path);
    if (part) parts.set(part, [...(parts.get(part) ?? []), unit]);
  }
  const direct = units.filter(({ id }) => parts.has(id));
  const rows = direct.map((unit) => ({
    ...{ unitId: unit.id, name: unit.name, isOwnRoll: false },
    ...sum(parts.get(unit.id) ?? []),
  }));
  const own = { unitId: top.id, name: top.name, isOwnRoll: true, ...sum(roll) };
  const all = own.strength > 0 ? [own, ...rows] : rows;
  const total = { unitId: top.id, name: top.name, isOwnRoll: false, ...sum(units) };
  return { rows: all, total };
}
