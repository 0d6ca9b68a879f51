import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { UnitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { lateCount } from '../core/picture/late-count.ts';
import { emptyRollup, type Rollup } from '../core/rollup.ts';
import { sortUnits, type UnitSort } from '../core/sort-units.ts';
import { type UnitFigures, unitFigures } from '../core/unit-figures.ts';
import { listExtended } from '../data/picture/extended.server.ts';
import { listUnitsThen } from '../data/picture/units-then.server.ts';
import { readParts } from '../data/rollups.server.ts';
import type { AssignmentChoice } from './assignment-choice.server.ts';
import { unitAt } from './picture/unit-at.server.ts';

/** One sub-unit with everything below it; `isOwn` marks the people who belong to the unit itself. */
export interface UnitPart extends UnitFigures {
  unitId: string;
  name: string;
  shortName: string;
  isOwn: boolean;
  /** False: it stood here on that day, and is out of the actor's reach today. */
  isReachable: boolean;
}

export interface UnitDashboard {
  unit: { id: string; name: string; shortName: string; kind: string };
  above: UnitPlace['above'];
  /** The instant of which all figures are. */
  asOf: Date;
  /** The day whose end is looked at; null = now. */
  asOfDay: LocalDate | null;
  today: LocalDate;
  /** False: on that day there was no such unit. */
  existed: boolean;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
  total: UnitFigures;
  parts: UnitPart[];
}

/** The dashboard beside where the unit stood, and the course that it is about, for queries that go on from there. */
export type PlacedDashboard = UnitDashboard & { path: UnitPath; courseId: string | null };

export interface DashboardWish {
  assignmentId?: string | null;
  sort?: UnitSort;
  /** The end of a day; null = now. */
  asOf?: Date | null;
}

/**
 * A unit's state in one assignment, with its sub-units side by side; the parts add up to the total. Hot path: six small
 * queries whose cost grows with the number of direct sub-units, never with the units or people below them. Throws like
 * `unitAt`.
 */
export async function unitDashboard(actor: Actor, unitId: string, wish: DashboardWish = {}): Promise<UnitDashboard> {
  const { path: _, courseId: __, ...page } = await placedDashboard(actor, unitId, wish);
  return page;
}

/** The same with what further queries need. */
export async function placedDashboard(
  actor: Actor,
  unitId: string,
  { assignmentId, sort, asOf: then = null }: DashboardWish,
): Promise<PlacedDashboard> {
  const { chosen, then: _, ...page } = await unitAt(actor, unitId, { assignmentId, asOf: then });
  const { sql } = database();
  const { path, asOf, existed } = page;
  const found = existed ? await readParts(sql, unitId, chosen?.id ?? null, then) : null;
  const dueAt = chosen?.dueAt ?? null;
  const extended =
    chosen && found ? await listExtended(sql, { path, assignmentId: chosen.id, at: asOf, asOf: then }) : [];
  const figures = (rollup: Rollup, counts: (at: UnitPath) => boolean): UnitFigures => {
    const theirs = extended.filter((each) => counts(each.path));
    const sum = (key: 'people' | 'past') => theirs.reduce((all, each) => all + each[key], 0);
    const late = lateCount(rollup.byStatus, { people: sum('people'), past: sum('past') }, dueAt, asOf);
    return { ...unitFigures(rollup, dueAt, asOf), late };
  };
  const reaches = await reachOf(actor, found?.parts ?? [], then);
  const parts: UnitPart[] = (found?.parts ?? [])
    .filter(({ isClosed, strength }) => !isClosed || strength > 0)
    .map(({ id, name, shortName, rollup, path: below }) => ({
      ...{ unitId: id, name, shortName, isOwn: false, isReachable: reaches(id) },
      ...figures(rollup, (at) => isWithin(at, below)),
    }));
  const own = {
    ...{ unitId, name: page.unit.name, shortName: page.unit.shortName, isOwn: true, isReachable: true },
    ...figures(found?.own ?? emptyRollup, (at) => at === path),
  };
  return {
    ...page,
    courseId: chosen?.courseId ?? null,
    total: figures(found?.total ?? emptyRollup, () => true),
    parts: [...sortUnits(parts, sort ?? { key: 'unit', isDescending: false }), ...(own.strength > 0 ? [own] : [])],
  };
}

/** Which of the parts the actor may open today: of now all of them, of an earlier day those that have not moved away. */
async function reachOf(
  actor: Actor,
  parts: readonly { readonly id: string }[],
  then: Date | null,
): Promise<(id: string) => boolean> {
  if (then === null || parts.length === 0) return () => true;
  const units = await listUnitsThen(
    database().sql,
    parts.map(({ id }) => id),
    then,
  );
  const reached = new Set(units.filter(({ pathNow }) => may(actor, 'unit.view', pathNow)).map(({ id }) => id));
  return (id) => reached.has(id);
}
