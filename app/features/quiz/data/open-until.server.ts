import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { latestCloseAt } from '../core/override.ts';
import { listOverrideCloses } from './rules/overrides.server.ts';

/**
 * Until when anybody's attempt at the quiz may be open: the latest of its close, the closes of all overrides and the
 * deadlines of running attempts. Null where one of these has no end or its clock is stopped, and while an exam session of
 * the quiz is not closed: somebody may still begin. Previews do not count.
 */
export async function openUntilOf(sql: Sql, quizId: string, closeAt: Date): Promise<Date | null> {
  const latest = latestCloseAt(closeAt, await listOverrideCloses(sql, [quizId]));
  if (latest === null) return null;
  const row = await sql.get<{ running: number; limited: number; last: RawInstant; sessions: number }>(
    `SELECT COUNT(*) AS "running",
       COUNT(CASE WHEN "pausedAt" IS NULL THEN "deadlineAt" END) AS "limited", MAX("deadlineAt") AS "last",
       (SELECT COUNT(*) FROM "ExamSession" s WHERE s."quizId" = ? AND s."closedAt" IS NULL) AS "sessions"
     FROM "Attempt" WHERE "quizId" = ? AND "number" > 0 AND "state" = 'in-progress'`,
    ...[quizId, quizId],
  );
  if (row && Number(row.sessions) > 0) return null;
  if (!row || Number(row.running) === 0) return latest;
  const last = Number(row.running) > Number(row.limited) ? null : instantOf(row.last);
  return last && last < latest ? latest : last;
}
