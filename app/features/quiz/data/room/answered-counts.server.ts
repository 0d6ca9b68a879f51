import type { Sql } from '#app/platform/db/sql.server.ts';

export interface AnsweredCount {
  readonly answered: number;
  readonly questions: number;
}

/** How many of its questions each attempt has an answer to; what the answers are is not read. */
export async function countAnswered(sql: Sql, attemptIds: readonly string[]): Promise<Map<string, AnsweredCount>> {
  const counts = new Map<string, AnsweredCount>();
  for (let first = 0; first < attemptIds.length; first += 500) {
    const some = attemptIds.slice(first, first + 500);
    const rows = await sql.all<{ attemptId: string; questions: number; answered: number }>(
      `SELECT "attemptId", COUNT(*) AS "questions", COUNT("response") AS "answered" FROM "AttemptAnswer"
       WHERE "attemptId" IN (${some.map(() => '?').join(', ')}) GROUP BY "attemptId"`,
      ...some,
    );
    for (const { attemptId, questions, answered } of rows) {
      counts.set(attemptId, { questions: Number(questions), answered: Number(answered) });
    }
  }
  return counts;
}
