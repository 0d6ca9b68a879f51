import { mayAnywhere, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listUnitsById } from '../data/units.server.ts';

export interface OwnUnits {
  units: { id: string; name: string }[];
  /** What the actor is there for: to look at the units, or (a clerk) only to enter who is present. */
  act: 'unit.view' | 'presence.enter';
}

/**
 * The units on which the actor's sight begins, the highest first; for a clerk those whose presence the actor enters.
 * Throws forbidden for who has neither.
 */
export async function ownUnits(actor: Actor): Promise<OwnUnits> {
  const act = mayAnywhere(actor, 'presence.enter') && !mayAnywhere(actor, 'unit.view') ? 'presence.enter' : 'unit.view';
  const scope = requireScope(actor, act);
  const units = await listUnitsById(
    database().read,
    scope.map((path) => idsOf(path).at(-1)!),
  );
  units.sort((a, b) => idsOf(a.path).length - idsOf(b.path).length || a.position - b.position);
  return { units: units.map(({ id, name }) => ({ id, name })), act };
}
