import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { pathWithin, unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

export interface UsingQuiz {
  id: string;
  title: string;
  state: string;
  questionId: string | null;
  categoryId: string | null;
  withSubcategories: boolean;
  difficulty: string | null;
  tag: string | null;
}

/**
 * The slots of quizzes within the scope that name the question, its category, one `above` it with all below, or a tag alone;
 * archived quizzes are left out.
 */
export async function listUsingSlots(
  db: Db,
  scope: readonly UnitPath[],
  { questionId, categoryId, above }: { questionId: string; categoryId: string; above: readonly string[] },
): Promise<UsingQuiz[]> {
  const rows = await db.quizSlot.findMany({
    where: {
      quiz: { unit: unitWithin(scope), state: { not: 'archived' } },
      OR: [
        { questionId },
        { categoryId },
        { withSubcategories: true, categoryId: { in: [...above] } },
        { questionId: null, categoryId: null, tag: { not: null } },
      ],
    },
    select: {
      ...{ questionId: true, categoryId: true, withSubcategories: true, difficulty: true, tag: true },
      quiz: { select: { id: true, title: true, state: true } },
    },
    orderBy: { quiz: { title: 'asc' } },
  });
  return rows.map(({ quiz, ...slot }) => ({ ...quiz, ...slot }));
}

/** The printed papers within the scope that hold the question, by their variants. */
export async function listUsingPapers(
  sql: Sql,
  scope: readonly UnitPath[],
  questionId: string,
): Promise<{ id: string; title: string; code: string }[]> {
  const within = pathWithin('u."path"', scope);
  return sql.all(
    `SELECT p."id", p."title", v."code" FROM "PaperVariant" v
       JOIN "PaperSet" p ON p."id" = v."setId" JOIN "Unit" u ON u."id" = p."unitId"
      WHERE v."paper" LIKE ? AND ${within.text} ORDER BY p."createdAt" DESC, v."code"`,
    `%"${questionId}"%`,
    ...within.values,
  );
}

/** The lessons of courses within the scope whose text names the question's code. */
export async function listUsingLessons(
  sql: Sql,
  scope: readonly UnitPath[],
  code: string,
): Promise<{ courseId: string; lessonId: string; title: string; body: string }[]> {
  const within = pathWithin('u."path"', scope);
  return sql.all(
    `SELECT m."courseId", l."id" AS "lessonId", l."title", l."body" FROM "Lesson" l
       JOIN "Module" m ON m."id" = l."moduleId" JOIN "Course" c ON c."id" = m."courseId" JOIN "Unit" u ON u."id" = c."unitId"
      WHERE l."retiredAt" IS NULL AND l."body" LIKE ? ESCAPE '!' AND ${within.text} ORDER BY l."title"`,
    `%tu-kiem-tra%${code.replace(/[!%_]/g, '!$&')}%`,
    ...within.values,
  );
}

/** How many graded or running attempts met the question. */
export async function countAttemptsWith(sql: Sql, questionId: string): Promise<number> {
  const row = await sql.get<{ count: number }>(
    `SELECT COUNT(*) AS "count" FROM "QuestionVersion" v JOIN "AttemptAnswer" s ON s."questionVersionId" = v."id"
      WHERE v."questionId" = ?`,
    questionId,
  );
  return Number(row?.count ?? 0);
}
