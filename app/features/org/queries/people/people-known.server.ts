import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type KnownPerson, searchKnownPeople } from '../../data/people/known-people.server.ts';

export type { KnownPerson };

/** People within the reach of who manages them whose name or number fits, also those who left. */
export const peopleKnown = (actor: Actor, text: string, limit: number): Promise<KnownPerson[]> =>
  searchKnownPeople(database().sql, scopeOf(actor, 'person.manage'), text, limit);
