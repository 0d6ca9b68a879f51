import type { Sql } from '#app/platform/db/sql.server.ts';

const OWN = '(SELECT "id" FROM "Attempt" WHERE "personId" = ?)';

/**
 * Takes out of quizzes what a person wrote and what was written about them: essays, attached files, remarks, reasons.
 * Choices, short answers, marks and grades stay: item statistics and regrades rest on them. Answers the contents that nothing points at any more.
 */
export async function erasePersonInQuizzes(sql: Sql, personId: string): Promise<string[]> {
  const media = await sql.all<{ mediaId: string }>(
    `SELECT DISTINCT "mediaId" FROM "AttemptFile" WHERE "attemptId" IN ${OWN}`,
    personId,
  );
  await sql.run(`DELETE FROM "AttemptFile" WHERE "attemptId" IN ${OWN}`, personId);
  await sql.run(
    `UPDATE "AttemptAnswer" SET "response" = ? WHERE "attemptId" IN ${OWN} AND "response" IS NOT NULL
        AND "questionVersionId" IN (SELECT "id" FROM "QuestionVersion" WHERE "type" = 'essay')`,
    JSON.stringify(''),
    personId,
  );
  await sql.run(
    `UPDATE "MarkingMark" SET "comment" = '' WHERE "taskId" IN (SELECT "id" FROM "MarkingTask" WHERE "attemptId" IN ${OWN})`,
    personId,
  );
  await sql.run(`UPDATE "QuizOverride" SET "reason" = '' WHERE "personId" = ?`, personId);
  await sql.run(`UPDATE "ExamSeat" SET "note" = '' WHERE "personId" = ?`, personId);
  // What stood on sheets of paper is in the answers of their attempts, where it counts; what never counted goes.
  await sql.run(`DELETE FROM "PaperSheet" WHERE "personId" = ?`, personId);
  const released: string[] = [];
  for (const { mediaId } of media) {
    const other = await sql.get('SELECT "id" FROM "AttemptFile" WHERE "mediaId" = ? LIMIT 1', mediaId);
    if (!other) released.push(mediaId);
  }
  return released;
}
