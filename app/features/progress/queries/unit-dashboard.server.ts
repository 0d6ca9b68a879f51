import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { booleanOf } from '#app/platform/db/sql.server.ts';
import { emptyRollup, sumRollups } from '../core/rollup.ts';
import { sortUnits, type UnitSort } from '../core/sort-units.ts';
import { type UnitFigures, unitFigures } from '../core/unit-figures.ts';
import { listParts, sumChildren } from '../data/rollups.server.ts';
import { type AssignmentChoice, assignmentChoice } from './assignment-choice.server.ts';

/** One sub-unit with everything below it; `isOwn` marks the people who belong to the unit itself. */
export interface UnitPart extends UnitFigures {
  unitId: string;
  name: string;
  shortName: string;
  isOwn: boolean;
}

export interface UnitDashboard {
  unit: { id: string; name: string; shortName: string; kind: string };
  above: UnitPlace['above'];
  /** The instant of which all figures are. */
  asOf: Date;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
  total: UnitFigures;
  parts: UnitPart[];
}

/**
 * A unit's state in one assignment, with its sub-units side by side; the parts add up to the total. Hot path: five small
 * queries whose cost grows with the number of units below, never with the number of people. Throws like `unitPlace`, and
 * not-found for an assignment that does not concern the unit.
 */
export async function unitDashboard(
  actor: Actor,
  unitId: string,
  { assignmentId = null, sort }: { assignmentId?: string | null; sort?: UnitSort } = {},
): Promise<UnitDashboard> {
  const { unit, above } = await unitPlace(actor, unitId);
  const { sql } = database();
  const { choices, chosen } = await assignmentChoice(unit.path, assignmentId);
  const names = await listParts(sql, unit.id);
  const sums = await sumChildren(sql, unit.id, chosen?.id ?? null);
  const asOf = now();
  const figures = (id: string) =>
    unitFigures(sums.find((each) => each.unitId === id) ?? emptyRollup, chosen?.dueAt ?? null, asOf);
  const parts: UnitPart[] = names
    .filter(({ id, isClosed }) => !booleanOf(isClosed) || figures(id).strength > 0)
    .map(({ id, name, shortName }) => ({ unitId: id, name, shortName, isOwn: false, ...figures(id) }));
  const own = { unitId: unit.id, name: unit.name, shortName: unit.shortName, isOwn: true, ...figures(unit.id) };
  const { id, name, shortName, kind } = unit;
  return {
    ...{ unit: { id, name, shortName, kind }, above, asOf },
    assignments: choices,
    assignment: choices.find((each) => each.id === chosen?.id) ?? null,
    total: unitFigures(sumRollups(sums), chosen?.dueAt ?? null, asOf),
    parts: [...sortUnits(parts, sort ?? { key: 'unit', isDescending: false }), ...(own.strength > 0 ? [own] : [])],
  };
}
