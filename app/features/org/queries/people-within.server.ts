import { type Act, may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type FoundPerson, searchPeople } from '../data/people-search.server.ts';

/** Present people of one subtree whose name or number fits, tone marks aside; nobody where the actor may not act. */
export const peopleWithin = (
  actor: Actor,
  act: Act,
  path: UnitPath,
  text: string,
  limit = 20,
): Promise<FoundPerson[]> => searchPeople(database().sql, may(actor, act, path) ? [path] : [], text, limit);
