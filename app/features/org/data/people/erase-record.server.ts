import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * Takes out of org's own rows whatever says who a person was. Rank, class, membership and unit over time stay: figures of
 * earlier days rest on them. The number becomes a text that nobody can bear, so that the real one is free.
 */
export async function eraseRecord(sql: Sql, personId: string, number: string, at: Date): Promise<void> {
  await sql.run(
    `UPDATE "Person" SET "fullName" = '***', "number" = ?, "sortKey" = '~', "searchKey" = '', "bornOn" = NULL, "position" = NULL,
            "erasedAt" = ?, "revision" = "revision" + 1 WHERE "id" = ?`,
    `erased:${personId}`,
    at,
    personId,
  );
  await sql.run(
    `UPDATE "UnitMembership" SET "position" = NULL, "note" = '', "endNote" = '' WHERE "personId" = ?`,
    personId,
  );
  await sql.run(`UPDATE "Attachment" SET "reason" = '' WHERE "personId" = ?`, personId);
  await sql.run(`UPDATE "Absence" SET "note" = '' WHERE "personId" = ?`, personId);
  await sql.run('DELETE FROM "PersonGroupMember" WHERE "personId" = ?', personId);
  // Rows of imported files: by the person, and by the number in rows that came to nothing.
  await sql.run(
    `UPDATE "RosterImportRow" SET "said" = '{}', "problems" = '[]', "number" = NULL, "fullName" = NULL, "sortKey" = NULL,
            "searchKey" = NULL, "position" = NULL, "bornOn" = NULL, "wasFullName" = NULL, "wasPosition" = NULL,
            "wasBornOn" = NULL
      WHERE "personId" = ? OR "number" = ? OR "said" LIKE ? ESCAPE '!'`,
    personId,
    number,
    `%${JSON.stringify(number).replace(/[!%_]/g, '!$&')}%`,
  );
}

/** The login of a person, for rows of other features that name it. */
export async function loginOfPerson(sql: Sql, personId: string): Promise<string | null> {
  const row = await sql.get<{ login: string }>('SELECT "login" FROM "Account" WHERE "personId" = ?', personId);
  return row?.login ?? null;
}
