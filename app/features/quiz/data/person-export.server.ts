import type { Sql } from '#app/platform/db/sql.server.ts';

export interface AnswerForExport {
  attemptId: string;
  slot: number;
  questionVersionId: string;
  response: string | null;
  mark: number | null;
}

/** Everything that was answered in these attempts. */
export async function listAnswersForExport(sql: Sql, attemptIds: readonly string[]): Promise<AnswerForExport[]> {
  if (attemptIds.length === 0) return [];
  return sql.all<AnswerForExport>(
    `SELECT "attemptId", "slot", COALESCE("gradedVersionId", "questionVersionId") AS "questionVersionId", "response", "mark"
       FROM "AttemptAnswer" WHERE "attemptId" IN (${attemptIds.map(() => '?').join(', ')}) ORDER BY "attemptId", "slot"`,
    ...attemptIds,
  );
}

/** Names of the files that a person attached, and the sittings in which they had a seat. */
export async function listFilesForExport(sql: Sql, personId: string): Promise<{ quiz: string; file: string }[]> {
  return sql.all(
    `SELECT q."title" AS "quiz", f."name" AS "file" FROM "AttemptFile" f JOIN "Attempt" a ON a."id" = f."attemptId"
       JOIN "Quiz" q ON q."id" = a."quizId" WHERE a."personId" = ? AND f."removedAt" IS NULL ORDER BY f."addedAt"`,
    personId,
  );
}

export async function listSeatsForExport(
  sql: Sql,
  personId: string,
): Promise<{ session: string; room: string; number: number; note: string }[]> {
  return sql.all(
    `SELECT s."title" AS "session", s."room", e."number", e."note" FROM "ExamSeat" e
       JOIN "ExamSession" s ON s."id" = e."sessionId" WHERE e."personId" = ? ORDER BY s."plannedAt"`,
    personId,
  );
}
