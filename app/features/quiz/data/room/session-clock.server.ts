import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The released sessions of a quiz that are not closed, of units within the scope. */
export async function listOpenSessionsOfQuiz(sql: Sql, scope: readonly UnitPath[], quizId: string): Promise<string[]> {
  const within = pathWithin('su."path"', scope);
  const rows = await sql.all<{ id: string }>(
    `SELECT s."id" FROM "ExamSession" s JOIN "Unit" su ON su."id" = s."unitId"
     WHERE s."quizId" = ? AND s."releasedAt" IS NOT NULL AND s."closedAt" IS NULL AND ${within.text} ORDER BY s."id"`,
    ...[quizId, ...within.values],
  );
  return rows.map(({ id }) => id);
}

export async function updateSessionPause(sql: Sql, sessionId: string, pausedAt: Date | null): Promise<void> {
  await sql.run('UPDATE "ExamSession" SET "pausedAt" = ? WHERE "id" = ?', pausedAt, sessionId);
}

export async function updateSessionExtra(sql: Sql, sessionId: string, extraSeconds: number): Promise<void> {
  await sql.run('UPDATE "ExamSession" SET "extraSeconds" = ? WHERE "id" = ?', extraSeconds, sessionId);
}
