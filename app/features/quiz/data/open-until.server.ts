import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/**
 * Until when anybody's running attempt at the quiz may be open: the latest deadline, `fallback` where nobody's runs, and
 * null where one runs without a deadline, or has its clock stopped, and while an exam session of the quiz is not closed:
 * somebody may still begin. Previews do not count.
 */
export async function openUntilOf(sql: Sql, quizId: string, fallback: Date | null): Promise<Date | null> {
  const row = await sql.get<{ running: number; limited: number; last: RawInstant; sessions: number }>(
    `SELECT COUNT(*) AS "running",
       COUNT(CASE WHEN "pausedAt" IS NULL THEN "deadlineAt" END) AS "limited", MAX("deadlineAt") AS "last",
       (SELECT COUNT(*) FROM "ExamSession" s WHERE s."quizId" = ? AND s."closedAt" IS NULL) AS "sessions"
     FROM "Attempt" WHERE "quizId" = ? AND "number" > 0 AND "state" = 'in-progress'`,
    ...[quizId, quizId],
  );
  if (row && Number(row.sessions) > 0) return null;
  if (!row || Number(row.running) === 0) return fallback;
  return Number(row.running) > Number(row.limited) ? null : instantOf(row.last);
}
