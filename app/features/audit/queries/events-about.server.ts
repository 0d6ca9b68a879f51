import { instantOf, type Sql } from '#app/platform/db/sql.server.ts';
import type { Op } from '../core/op.ts';
import { listEventsAbout } from '../data/audit-events.server.ts';

/** One entry of the log about a subject. */
export interface EventAbout {
  id: string;
  at: Date;
  actorId: string | null;
  op: Op;
  details: Record<string, unknown>;
}

/**
 * What was done about one subject, of some kinds (and since an instant), the newest first. Who may see the subject may ask: the caller has found
 * it in its scope. Within a change, `sql` is the transaction's.
 */
export async function eventsAbout(
  sql: Sql,
  subjectId: string,
  ops: readonly Op[],
  { limit = 200, since = new Date(0) } = {},
): Promise<EventAbout[]> {
  const rows = await listEventsAbout(sql, subjectId, ops, { limit, since });
  return rows.map(({ id, at, actorId, op, details }) => ({
    ...{ id, actorId, op },
    at: instantOf(at) as Date,
    details: JSON.parse(details) as Record<string, unknown>,
  }));
}
