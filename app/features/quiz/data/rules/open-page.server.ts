import type { Sql } from '#app/platform/db/sql.server.ts';
import { type AttemptStanding, type RawStanding, standingColumns, standingOf } from '../attempts.server.ts';

/** Where an attempt stands, held until the transaction ends, or null. */
export async function holdStanding(sql: Sql, attemptId: string): Promise<AttemptStanding | null> {
  const row = await sql.get<RawStanding>(
    `SELECT ${standingColumns} FROM "Attempt" a WHERE a."id" = ?${sql.forUpdate}`,
    attemptId,
  );
  return row ? standingOf(row) : null;
}

export async function updateOpenPage(sql: Sql, attemptId: string, openPage: number): Promise<void> {
  await sql.run('UPDATE "Attempt" SET "openPage" = ? WHERE "id" = ?', openPage, attemptId);
}
