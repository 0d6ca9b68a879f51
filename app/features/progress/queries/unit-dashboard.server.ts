import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Rollup } from '../core/rollup.ts';
import { sortUnits, type UnitSort } from '../core/sort-units.ts';
import { type UnitFigures, unitFigures } from '../core/unit-figures.ts';
import { readParts } from '../data/rollups.server.ts';
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
 * queries whose cost grows with the number of direct sub-units, never with the units or people below them. Throws like `unitPlace`, and
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
  const found = await readParts(sql, unit.id, chosen?.id ?? null, null);
  if (!found) throw new AppError('not-found');
  const asOf = now();
  const figures = (rollup: Rollup) => unitFigures(rollup, chosen?.dueAt ?? null, asOf);
  const parts: UnitPart[] = found.parts
    .filter(({ isClosed, strength }) => !isClosed || strength > 0)
    .map(({ id, name, shortName, rollup }) => ({ unitId: id, name, shortName, isOwn: false, ...figures(rollup) }));
  const own = { unitId: unit.id, name: unit.name, shortName: unit.shortName, isOwn: true, ...figures(found.own) };
  const { id, name, shortName, kind } = unit;
  return {
    ...{ unit: { id, name, shortName, kind }, above, asOf },
    assignments: choices,
    assignment: choices.find((each) => each.id === chosen?.id) ?? null,
    total: figures(found.total),
    parts: [...sortUnits(parts, sort ?? { key: 'unit', isDescending: false }), ...(own.strength > 0 ? [own] : [])],
  };
}
