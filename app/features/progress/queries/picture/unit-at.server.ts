import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { ancestorsOf, idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listUnitsThen } from '../../data/picture/units-then.server.ts';
import { findUnitAsOf } from '../../data/units-as-of.server.ts';
import { type AssignmentChoice, assignmentChoice } from '../assignment-choice.server.ts';

/** A unit, the way down to it and its assignments at one instant: what every screen of the picture begins with. */
export interface UnitAt {
  unit: { id: string; name: string; shortName: string; kind: string };
  /** Where it stood then. */
  path: UnitPath;
  above: UnitPlace['above'];
  /** The instant of all figures, and of `then` (null = now) made. */
  asOf: Date;
  then: Date | null;
  /** The day whose end is looked at; null = now. */
  asOfDay: LocalDate | null;
  today: LocalDate;
  /** False: on that day there was no such unit. */
  existed: boolean;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
  chosen: AssignmentChoice['chosen'];
}

/**
 * What may be seen follows from where the unit stands today; what it was called and stood under from the instant. Three
 * statements for now, five for an earlier day. Throws not-found for a unit outside of the actor's reach, and for an
 * assignment that did not concern it.
 */
export async function unitAt(
  actor: Actor,
  unitId: string,
  { assignmentId = null, asOf: then = null }: { assignmentId?: string | null; asOf?: Date | null },
): Promise<UnitAt> {
  const place = await unitPlace(actor, unitId);
  const { sql } = database();
  const at = now();
  const found = then === null ? place.unit : ((await findUnitAsOf(sql, unitId, then)) ?? place.unit);
  const existed = then === null || found !== place.unit;
  const { choices, chosen } = await assignmentChoice({ id: unitId, path: found.path }, assignmentId, then);
  return {
    unit: { id: unitId, name: found.name, shortName: found.shortName, kind: found.kind },
    ...{ path: found.path, existed, then, chosen },
    above: then === null ? place.above : await namesThen(actor, found.path, then),
    asOf: then ?? at,
    asOfDay: then && dateOf(then),
    today: dateOf(at),
    assignments: choices,
    assignment: choices.find(({ id }) => id === chosen?.id) ?? null,
  };
}

/** The units above as they were called then, from the top of what the actor may see today. */
async function namesThen(actor: Actor, path: UnitPath, then: Date): Promise<UnitPlace['above']> {
  const ids = ancestorsOf(path).map((above) => idsOf(above).at(-1)!);
  const units = await listUnitsThen(database().sql, ids, then);
  const scope = scopeOf(actor, 'unit.view');
  return ids.flatMap((id) =>
    units
      .filter((unit) => unit.id === id && scope.some((top) => isWithin(unit.pathNow, top)))
      .map(({ name, shortName }) => ({ id, name, shortName })),
  );
}
