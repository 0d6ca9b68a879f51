import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

export interface QuestionVersionRow {
  id: string;
  questionId: string;
  number: number;
  body: string;
  explanation: string;
  source: string;
}

/** The versions with these ids, in any order; who is missing does not exist. */
export async function listQuestionVersions(sql: Sql, ids: readonly string[]): Promise<QuestionVersionRow[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  return sql.all<QuestionVersionRow>(
    `SELECT "id", "questionId", "number", "body", "explanation", "source" FROM "QuestionVersion" WHERE "id" IN (${marks})`,
    ...ids,
  );
}

/** A question that a paper may draw, in its current version. */
export interface CandidateRow {
  questionId: string;
  questionVersionId: string;
  categoryId: string;
  difficulty: string;
}

/** Every question of the categories that is not archived, and the named questions whether archived or not. */
export async function listCandidates(
  db: Db,
  { categoryIds, questionIds }: { categoryIds: readonly string[]; questionIds: readonly string[] },
): Promise<CandidateRow[]> {
  const rows = await db.question.findMany({
    where: {
      currentVersionId: { not: null },
      OR: [{ categoryId: { in: [...categoryIds] }, archivedAt: null }, { id: { in: [...questionIds] } }],
    },
    select: { id: true, currentVersionId: true, categoryId: true, difficulty: true },
  });
  return rows.map(({ id, currentVersionId, categoryId, difficulty }) => ({
    questionId: id,
    questionVersionId: currentVersionId as string,
    categoryId,
    difficulty,
  }));
}
