import type { Db } from '#app/platform/db/database.server.ts';
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

/** The same in plain SQL, for works that share a transaction. */
export async function insertAuditEventPlainly(sql: Sql, event: AuditEventRow): Promise<void> {
  await sql.run(
    `INSERT INTO "AuditEvent" ("id", "at", "actorId", "op", "subjectId", "unitPath", "details")
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[event.id, event.at, event.actorId, event.op, event.subjectId, event.unitPath, event.details],
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
