import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listUnitsById } from '../data/units.server.ts';

/** The units on which the actor's sight begins, the highest first. Throws forbidden for who leads nothing. */
export async function ownUnits(actor: Actor): Promise<{ id: string; name: string }[]> {
  const scope = requireScope(actor, 'unit.view');
  const units = await listUnitsById(
    database().read,
    scope.map((path) => idsOf(path).at(-1)!),
  );
  return units
    .sort((a, b) => idsOf(a.path).length - idsOf(b.path).length || a.position - b.position)
    .map(({ id, name }) => ({ id, name }));
}
