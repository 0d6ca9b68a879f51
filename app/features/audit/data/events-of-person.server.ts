import type { RawInstant, Sql } from '#app/platform/db/sql.server.ts';
import type { Op } from '../core/op.ts';

/** Events by a person or about them, the newest first. */
export const listEventsOfPerson = (
  sql: Sql,
  personId: string,
  limit: number,
): Promise<{ at: RawInstant; op: Op; actorId: string | null }[]> =>
  sql.all(
    `SELECT "at", "op", "actorId" FROM "AuditEvent" WHERE "actorId" = ? OR "subjectId" = ? ORDER BY "at" DESC LIMIT ?`,
    personId,
    personId,
    limit,
  );
