import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Op } from '../core/op.ts';
import { listEventsOfPerson } from '../data/events-of-person.server.ts';

/** What a person did, or had done: never the details, which may speak of others. */
export interface EventOfPerson {
  at: Date;
  op: Op;
  /** Done by the person; else done to them. */
  isOwn: boolean;
}

const MOST = 5000;

/** The latest of it, the newest first. Who may export the person may ask. */
export async function eventsOfPerson(sql: Sql, personId: string): Promise<EventOfPerson[]> {
  const rows: { at: RawInstant; op: Op; actorId: string | null }[] = await listEventsOfPerson(sql, personId, MOST);
  return rows.map(({ at, op, actorId }) => ({ at: instantOf(at) as Date, op, isOwn: actorId === personId }));
}
