import type { Db } from '#app/platform/db/database.server.ts';
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
