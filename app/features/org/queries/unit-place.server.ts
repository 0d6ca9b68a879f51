import { type Act, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf, idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findUnit, listUnitNames, type UnitRow } from '../data/units.server.ts';

/** A unit and the way down to it from the top of what the actor may see. */
export interface UnitPlace {
  unit: UnitRow;
  above: { id: string; name: string; shortName: string }[];
}

/**
 * The unit within the actor's reach for this act, with the units above it that the actor may see too. Two queries. Throws
 * not-found for what lies outside of the reach: for who has no such role, that is everything.
 */
export async function unitPlace(actor: Actor, unitId: string, act: Act = 'unit.view'): Promise<UnitPlace> {
  const scope = scopeOf(actor, act);
  const unit = await findUnit(database().sql, scope, unitId);
  if (!unit) throw new AppError('not-found');
  return { unit, above: await namesAbove(scope, unit.path) };
}

/** The units above a path, from the top of the scope down. */
export async function namesAbove(scope: readonly UnitPath[], path: UnitPath): Promise<UnitPlace['above']> {
  const ids = ancestorsOf(path)
    .filter((above) => scope.some((top) => isWithin(above, top)))
    .map((above) => idsOf(above).at(-1)!);
  const units = await listUnitNames(database().sql, ids);
  return ids
    .flatMap((id) => units.filter((each) => each.id === id))
    .map(({ id, name, shortName }) => ({ id, name, shortName }));
}
