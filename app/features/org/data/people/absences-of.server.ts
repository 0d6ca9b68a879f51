import type { Sql } from '#app/platform/db/sql.server.ts';

export interface AbsenceRow {
  id: string;
  reason: string;
  fromDay: string;
  untilDay: string | null;
  note: string;
}

/** A person's absences, the latest first. */
export const listAbsencesOf = (sql: Sql, personId: string, limit = 50): Promise<AbsenceRow[]> =>
  sql.all<AbsenceRow>(
    `SELECT "id", "reason", "fromDay", "untilDay", "note" FROM "Absence" WHERE "personId" = ?
      ORDER BY "fromDay" DESC, "id" DESC LIMIT ?`,
    personId,
    limit,
  );
