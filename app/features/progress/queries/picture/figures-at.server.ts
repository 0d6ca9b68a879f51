import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { lateCount } from '../../core/picture/late-count.ts';
import { emptyRollup, type Rollup } from '../../core/rollup.ts';
import { type UnitFigures, unitFigures } from '../../core/unit-figures.ts';
import { listExtended } from '../../data/picture/extended.server.ts';
import { listUnitsThen } from '../../data/picture/units-then.server.ts';
import { readParts } from '../../data/rollups.server.ts';

/** One sub-unit with everything below it; `isOwn` marks the people who belong to the unit itself. */
export interface UnitPart extends UnitFigures {
  unitId: string;
  name: string;
  shortName: string;
  isOwn: boolean;
  /** False: it stood here on that day, and is out of the actor's reach today. */
  isReachable: boolean;
}

/** A unit's figures at one instant; the parts, the own people among them, add up to the total. */
export interface FiguresAt {
  total: UnitFigures;
  /** In the order of the corps; own people last, where there are any. */
  parts: UnitPart[];
}

/**
 * The figures of a unit that was found in scope, in one assignment (null = strength alone). Three statements for now, four
 * for an earlier day.
 */
export async function figuresAt(
  actor: Actor,
  {
    unit,
    path,
    assignment,
    at,
    asOf,
  }: {
    unit: { id: string; name: string; shortName: string };
    path: UnitPath;
    assignment: { id: string; dueAt: Date | null } | null;
    /** The instant itself, and null for now. */
    at: Date;
    asOf: Date | null;
  },
): Promise<FiguresAt> {
  const { sql } = database();
  const found = await readParts(sql, unit.id, assignment?.id ?? null, asOf);
  const dueAt = assignment?.dueAt ?? null;
  const extended = assignment && found ? await listExtended(sql, { path, assignmentId: assignment.id, at, asOf }) : [];
  const figures = (rollup: Rollup, counts: (at: UnitPath) => boolean): UnitFigures => {
    const theirs = extended.filter((each) => counts(each.path));
    const sum = (key: 'people' | 'past') => theirs.reduce((all, each) => all + each[key], 0);
    const late = lateCount(rollup.byStatus, { people: sum('people'), past: sum('past') }, dueAt, at);
    return { ...unitFigures(rollup, dueAt, at), late };
  };
  const reaches = await reachOf(actor, found?.parts ?? [], asOf);
  const parts = (found?.parts ?? [])
    .filter(({ isClosed, strength }) => !isClosed || strength > 0)
    .map(
      ({ id, name, shortName, rollup, path: below }): UnitPart => ({
        ...{ unitId: id, name, shortName, isOwn: false, isReachable: reaches(id) },
        ...figures(rollup, (place) => isWithin(place, below)),
      }),
    );
  const own: UnitPart = {
    ...{ unitId: unit.id, name: unit.name, shortName: unit.shortName, isOwn: true, isReachable: true },
    ...figures(found?.own ?? emptyRollup, (place) => place === path),
  };
  return {
    total: figures(found?.total ?? emptyRollup, () => true),
    parts: own.strength > 0 ? [...parts, own] : parts,
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
