import type { Sql } from '#app/platform/db/sql.server.ts';

/** The slots of an attempt to which a file is attached now. */
export async function listSlotsWithFiles(sql: Sql, attemptId: string): Promise<Set<number>> {
  const rows = await sql.all<{ slot: number }>(
    'SELECT DISTINCT "slot" FROM "AttemptFile" WHERE "attemptId" = ? AND "removedAt" IS NULL',
    attemptId,
  );
  return new Set(rows.map(({ slot }) => slot));
}
