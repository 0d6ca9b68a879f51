import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { tagsSchema } from '../schema.draft.ts';

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

export interface WantedCandidates {
  categoryIds: readonly string[];
  questionIds: readonly string[];
  /** Of questions in the banks of the unit at `unitPath` and below. */
  tags?: readonly string[];
  unitPath?: UnitPath;
}

/** A question that a paper may draw, in its current version. */
export interface CandidateRow {
  questionId: string;
  questionVersionId: string;
  categoryId: string;
  difficulty: string;
  tags: string[];
}

/** What random draws may take, as `mayBeDrawn` of core/review.ts says it. */
const drawable = {
  archivedAt: null,
  standing: { not: 'retired' },
  AND: { OR: [{ standing: 'approved' }, { category: { review: { not: 'second-person' } } }] },
};

/**
 * Every question of the categories that random draws may take, those with one of the tags in the banks of a unit and below,
 * and the named questions whatever became of them.
 */
export async function listCandidates(
  db: Db,
  { categoryIds, questionIds, tags = [], unitPath = '' }: WantedCandidates,
): Promise<CandidateRow[]> {
  const rows = await db.question.findMany({
    where: {
      currentVersionId: { not: null },
      OR: [
        { categoryId: { in: [...categoryIds] }, ...drawable },
        { id: { in: [...questionIds] } },
        // The text of the column may hold the tag within another one: who draws looks at the list itself.
        ...tags.map((tag) => ({
          tags: { contains: JSON.stringify(tag) },
          ...drawable,
          category: { unit: unitWithin([unitPath]) },
        })),
      ],
    },
    select: { id: true, currentVersionId: true, categoryId: true, difficulty: true, tags: true },
  });
  return rows.map(({ id, currentVersionId, categoryId, difficulty, tags: listed }) => ({
    questionId: id,
    questionVersionId: currentVersionId as string,
    categoryId,
    difficulty,
    tags: tagsSchema.parse(JSON.parse(listed)),
  }));
}
