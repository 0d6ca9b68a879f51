import { type Act, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listParts } from '../data/tree/tree-units.server.ts';
import { findUnit } from '../data/units.server.ts';

const MOST = 500;

/** The open units directly under a unit within the actor's reach, in their order. Throws not-found outside of it. */
export async function unitParts(
  actor: Actor,
  unitId: string,
  act: Act,
): Promise<{ id: string; name: string; path: string }[]> {
  const scope = requireScope(actor, act);
  const { sql } = database();
  if (!(await findUnit(sql, scope, unitId))) throw new AppError('not-found');
  const parts = await listParts(sql, [unitId], { limit: MOST, withClosed: false });
  return parts.map(({ id, name, path }) => ({ id, name, path }));
}
