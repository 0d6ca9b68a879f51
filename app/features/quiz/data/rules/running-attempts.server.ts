import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { RunningClock } from '../../core/rules/moved-deadline.ts';

export interface RunningAttempt extends RunningClock {
  readonly id: string;
  readonly personId: string;
}

/** The attempts in progress at a quiz, held until the transaction ends; of some people when they are given. Previews not. */
export async function holdRunningAttempts(
  sql: Sql,
  quizId: string,
  personIds?: readonly string[],
): Promise<RunningAttempt[]> {
  type Raw = { id: string; personId: string; startedAt: RawInstant; deadlineAt: RawInstant; extraSeconds: number };
  const rows = await sql.all<Raw>(
    `SELECT "id", "personId", "startedAt", "deadlineAt", "extraSeconds" FROM "Attempt"
     WHERE "quizId" = ? AND "state" = 'in-progress' AND "number" > 0 ORDER BY "id"${sql.forUpdate}`,
    quizId,
  );
  const wanted = personIds && new Set(personIds);
  return rows
    .filter(({ personId }) => !wanted || wanted.has(personId))
    .map((row) => ({
      ...row,
      startedAt: instantOf(row.startedAt) as Date,
      deadlineAt: instantOf(row.deadlineAt),
    }));
}

export async function updateDeadline(sql: Sql, attemptId: string, deadlineAt: Date | null): Promise<void> {
  await sql.run('UPDATE "Attempt" SET "deadlineAt" = ? WHERE "id" = ?', deadlineAt, attemptId);
}
