import { type Act, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { ancestorsOf, idsOf, isWithin } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { searchUnits } from '../../data/tree/unit-search.server.ts';
import { listUnitNames } from '../../data/units.server.ts';

/** A unit that a search found, with the units above it that the actor may see: names repeat from one battalion to the next. */
export interface FoundPlace {
  id: string;
  name: string;
  above: string[];
  isClosed: boolean;
}

const MOST_FOUND = 20;

/** Units within the actor's reach for this act whose name holds the words, tone marks aside. Two queries. */
export async function unitsFound(
  actor: Actor,
  act: Act,
  text: string,
  { limit = MOST_FOUND, withClosed = false }: { limit?: number; withClosed?: boolean } = {},
): Promise<FoundPlace[]> {
  const scope = scopeOf(actor, act);
  const { sql } = database();
  const found = await searchUnits(sql, scope, text, { limit, withClosed });
  const seen = (path: string) =>
    ancestorsOf(path)
      .filter((above) => scope.some((top) => isWithin(above, top)))
      .map((above) => idsOf(above).at(-1)!);
  const names = new Map(
    (await listUnitNames(sql, [...new Set(found.flatMap(({ path }) => seen(path)))])).map(({ id, name }) => [id, name]),
  );
  return found.map(({ id, name, path, closedAt }) => ({
    ...{ id, name, isClosed: closedAt !== null },
    above: seen(path).map((each) => names.get(each) ?? ''),
  }));
}
