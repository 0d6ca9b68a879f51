import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { countBelow, listTreeUnits } from '../data/tree/tree-units.server.ts';
import { type KnownPerson, peopleKnown } from './people/people-known.server.ts';
import { type FoundPlace, unitsFound } from './tree/units-found.server.ts';

/** A tree that the actor administers. */
export interface AdministeredUnit {
  id: string;
  name: string;
  kind: string;
  people: number;
  below: number;
}

export interface AdministrationPage {
  units: AdministeredUnit[];
  found: { units: FoundPlace[]; people: KnownPerson[] } | null;
}

const MOST_FOUND = 20;

/** Where an administrator begins: the trees in hand, and whom or what a search finds in them. Throws forbidden for others. */
export async function administrationPage(actor: Actor, search: string): Promise<AdministrationPage> {
  const scope = requireScope(actor, 'unit.manage');
  const { sql } = database();
  const tops = await listTreeUnits(
    sql,
    scope.map((path) => idsOf(path).at(-1)!),
  );
  const units: AdministeredUnit[] = [];
  for (const { id, name, kind, subtreeStrength, path } of tops)
    units.push({ id, name, kind, people: subtreeStrength, below: await countBelow(sql, path) });
  if (search.trim() === '') return { units, found: null };
  return {
    units,
    found: {
      units: await unitsFound(actor, 'unit.manage', search, { limit: MOST_FOUND, withClosed: true }),
      people: await peopleKnown(actor, search, MOST_FOUND),
    },
  };
}
