import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/**
 * Until when anybody's running attempt at the quiz may be open: the latest deadline, `fallback` where nobody's runs, and
 * null where one runs without a deadline, or has its clock stopped. Previews do not count.
 */
export async function openUntilOf(sql: Sql, quizId: string, fallback: Date | null): Promise<Date | null> {
  const row = await sql.get<{ running: number; limited: number; last: RawInstant }>(
    `SELECT COUNT(*) AS "running",
       COUNT(CASE WHEN "pausedAt" IS NULL THEN "deadlineAt" END) AS "limited", MAX("deadlineAt") AS "last" FROM "Attempt"
     WHERE "quizId" = ? AND "number" > 0 AND "state" = 'in-progress'`,
    quizId,
  );
  if (!row || Number(row.running) === 0) return fallback;
  return Number(row.running) > Number(row.limited) ? null : instantOf(row.last);
}
