import { idsIn } from '#app/platform/db/rows-of.server.ts';
import { booleanOf, type Sql } from '#app/platform/db/sql.server.ts';
import { readQuizSettings } from '../schema.ts';
import { listBelow } from './categories-below.server.ts';
import { openUntilOf } from './open-until.server.ts';

/** What a question must not be of to be shown: exams that somebody may still be sitting, or may still begin. */
export interface OpenExamSources {
  questionIds: ReadonlySet<string>;
  categoryIds: ReadonlySet<string>;
  /** An open exam draws by tag, out of every category. */
  tags: readonly string[];
}

/**
 * The questions and categories of exams that are not over for everybody at an instant: published ones, those with
 * attempts that run or lie ready, and those that are printed on paper. Two statements, one more where one draws with
 * subcategories, and two for each exam whose close is past.
 */
export async function listOpenExamSources(sql: Sql, at: Date): Promise<OpenExamSources> {
  const exams = await sql.all<{ id: string; settings: string }>(
    `SELECT z."id", z."settings" FROM "Quiz" z
      WHERE z."kind" = 'exam' AND (z."state" = 'published' OR EXISTS (SELECT 1 FROM "Attempt" a
        WHERE a."quizId" = z."id" AND a."state" IN ('in-progress', 'prepared') AND a."number" > 0)
        OR EXISTS (SELECT 1 FROM "PaperSet" p WHERE p."quizId" = z."id" AND p."closedAt" IS NULL))`,
  );
  const open: string[] = [];
  for (const { id, settings } of exams) {
    const { closeAt } = readQuizSettings(settings);
    const until = closeAt && closeAt <= at ? await openUntilOf(sql, id, closeAt) : null;
    if (until === null || until > at) open.push(id);
  }
  if (open.length === 0) return { questionIds: new Set(), categoryIds: new Set(), tags: [] };
  type Slot = Record<'questionId' | 'categoryId' | 'tag', string | null> & { withSubcategories: number | boolean };
  const slots = await sql.all<Slot>(
    `SELECT "questionId", "categoryId", "withSubcategories", "tag" FROM "QuizSlot" WHERE "quizId" IN (${open.map(() => '?').join(', ')})`,
    ...open,
  );
  const branches = slots.filter(({ withSubcategories }) => booleanOf(withSubcategories));
  const below = await listBelow(
    sql,
    branches.flatMap(({ categoryId }) => categoryId ?? []),
  );
  return {
    questionIds: new Set(slots.flatMap(({ questionId }) => questionId ?? [])),
    categoryIds: new Set([...slots.flatMap(({ categoryId }) => categoryId ?? []), ...below.keys()]),
    tags: slots.flatMap(({ questionId, categoryId, tag }) => (questionId || categoryId || tag === null ? [] : [tag])),
  };
}

/** What is needed to say whether a question may be shown, and its body as stored: the reader takes the stem alone. */
export async function listQuestionBodies(
  sql: Sql,
  ids: readonly string[],
): Promise<{ id: string; categoryId: string; tags: string; body: string }[]> {
  return sql.all(
    `SELECT q."id", q."categoryId", q."tags", v."body"
       FROM "Question" q JOIN "QuestionVersion" v ON v."id" = q."currentVersionId" WHERE q."id" IN (${idsIn(sql)})`,
    JSON.stringify([...new Set(ids)]),
  );
}
