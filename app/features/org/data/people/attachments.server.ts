import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/** A time with another unit (biệt phái). */
export interface AttachmentRow {
  id: string;
  unitId: string;
  unitName: string;
  reason: string;
  fromAt: Date;
  untilAt: Date | null;
  endedAt: Date | null;
}

/** A person's times with other units, the latest first. */
export async function listAttachments(sql: Sql, personId: string): Promise<AttachmentRow[]> {
  type Raw = Omit<AttachmentRow, 'fromAt' | 'untilAt' | 'endedAt'> &
    Record<'fromAt' | 'untilAt' | 'endedAt', RawInstant>;
  const rows = await sql.all<Raw>(
    `SELECT a."id", a."unitId", u."name" AS "unitName", a."reason", a."fromAt", a."untilAt", a."endedAt"
       FROM "Attachment" a JOIN "Unit" u ON u."id" = a."unitId" WHERE a."personId" = ?
      ORDER BY a."fromAt" DESC, a."id" DESC`,
    personId,
  );
  return rows.map((row) => ({
    ...row,
    fromAt: instantOf(row.fromAt)!,
    untilAt: instantOf(row.untilAt),
    endedAt: instantOf(row.endedAt),
  }));
}

export async function insertAttachment(
  sql: Sql,
  row: {
    id: string;
    personId: string;
    unitId: string;
    reason: string;
    fromAt: Date;
    untilAt: Date | null;
    enteredById: string | null;
    createdAt: Date;
  },
): Promise<void> {
  await sql.run(
    `INSERT INTO "Attachment" ("id", "personId", "unitId", "reason", "fromAt", "untilAt", "enteredById", "createdAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row.id, row.personId, row.unitId, row.reason, row.fromAt, row.untilAt, row.enteredById, row.createdAt],
  );
}

/** Ends one of a person's attachments, or all that run; answers how many ended. */
export async function endAttachments(sql: Sql, personId: string, at: Date, id: string | null = null): Promise<number> {
  return sql.run(
    `UPDATE "Attachment" SET "endedAt" = ? WHERE "personId" = ? AND "endedAt" IS NULL ${id === null ? '' : 'AND "id" = ?'}`,
    at,
    personId,
    ...(id === null ? [] : [id]),
  );
}

/** Ends the absences of who leaves: those to come are gone, the one under way ends on the day. */
export async function endAbsences(sql: Sql, personId: string, day: string): Promise<void> {
  await sql.run('DELETE FROM "Absence" WHERE "personId" = ? AND "fromDay" > ?', personId, day);
  await sql.run(
    'UPDATE "Absence" SET "untilDay" = ? WHERE "personId" = ? AND ("untilDay" IS NULL OR "untilDay" > ?)',
    day,
    personId,
    day,
  );
}

/** Who comes to belong to a unit is its guest no more. */
export async function endAttachmentsAt(sql: Sql, personId: string, unitId: string, at: Date): Promise<void> {
  await sql.run(
    'UPDATE "Attachment" SET "endedAt" = ? WHERE "personId" = ? AND "unitId" = ? AND "endedAt" IS NULL',
    at,
    personId,
    unitId,
  );
}
