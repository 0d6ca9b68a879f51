import type { Db } from '#app/platform/db/database.server.ts';
import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import type { RawInstant, Sql } from '#app/platform/db/sql.server.ts';
import type { Op } from '../core/op.ts';

export interface AuditEventRow {
  id: string;
  at: Date;
  actorId: string | null;
  op: Op;
  subjectId: string | null;
  unitPath: string | null;
  details: string;
}

/** Writes one event of the log. */
export async function insertAuditEvent(db: Db, event: AuditEventRow): Promise<void> {
  await db.auditEvent.create({ data: event });
}

const columns = {
  id: 'TEXT',
  at: 'INSTANT',
  actorId: 'TEXT',
  op: 'TEXT',
  subjectId: 'TEXT',
  unitPath: 'TEXT',
  details: 'TEXT',
} as const;

/** The same in plain SQL, for works that share a transaction: however many events, one statement. */
export async function insertAuditEvents(sql: Sql, events: readonly AuditEventRow[]): Promise<void> {
  if (events.length === 0) return;
  await sql.run(
    `INSERT INTO "AuditEvent" ("id", "at", "actorId", "op", "subjectId", "unitPath", "details") ${rowsOf(sql, columns)}`,
    rowsParameter(
      sql,
      events.map(({ id, at, actorId, op, subjectId, unitPath, details }) => [
        ...[id, at, actorId, op],
        ...[subjectId, unitPath, details],
      ]),
    ),
  );
}

/** What was done about one subject, of some kinds, since an instant, the newest first; `details` is JSON. */
export async function listEventsAbout(
  sql: Sql,
  subjectId: string,
  ops: readonly Op[],
  { limit, since }: { limit: number; since: Date },
): Promise<(Omit<AuditEventRow, 'at'> & { at: RawInstant })[]> {
  return sql.all(
    `SELECT "id", "at", "actorId", "op", "subjectId", "unitPath", "details" FROM "AuditEvent"
     WHERE "subjectId" = ? AND "at" >= ? AND "op" IN (${ops.map(() => '?').join(', ')})
     ORDER BY "at" DESC, "id" DESC LIMIT ${limit}`,
    ...[subjectId, since, ...ops],
  );
}
