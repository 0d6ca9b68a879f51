import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { listAbove } from './categories-below.server.ts';

export interface CheckQuestionRow {
  code: string;
  questionVersionId: string;
  /** An exam that is published, still being written or printed on paper holds it, or may draw it. */
  isInExam: boolean;
}

/** Questions of the bank that a lesson names by their codes, within the course's own subtree; archived ones are not found. */
export async function listCheckQuestions(
  { db, sql }: { db: Db; sql: Sql },
  unitPath: UnitPath,
  codes: readonly string[],
): Promise<CheckQuestionRow[]> {
  if (codes.length === 0) return [];
  const rows = await db.question.findMany({
    where: {
      code: { in: [...codes] },
      archivedAt: null,
      currentVersionId: { not: null },
      category: { unit: unitWithin([unitPath]) },
    },
    select: { id: true, code: true, categoryId: true, currentVersionId: true, tags: true },
  });
  const categoryIds = rows.map(({ categoryId }) => categoryId);
  const above = await listAbove(sql, categoryIds);
  const running = { state: { in: ['in-progress', 'prepared'] }, number: { gt: 0 } };
  const slots = await db.quizSlot.findMany({
    where: {
      quiz: {
        kind: 'exam',
        OR: [{ state: 'published' }, { attempts: { some: running } }, { paperSets: { some: { closedAt: null } } }],
      },
      OR: [
        { questionId: { in: rows.map(({ id }) => id) } },
        { questionId: null, categoryId: { in: categoryIds } },
        { questionId: null, withSubcategories: true, categoryId: { in: [...above.values()].flat() } },
        { questionId: null, categoryId: null },
      ],
    },
    select: { questionId: true, categoryId: true, withSubcategories: true, tag: true },
  });
  return rows.map(({ id, code, categoryId, currentVersionId, tags }) => ({
    code,
    questionVersionId: currentVersionId!,
    isInExam: slots.some(
      (slot) =>
        slot.questionId === id ||
        (slot.questionId === null && slot.categoryId === categoryId) ||
        (slot.questionId === null &&
          slot.withSubcategories &&
          slot.categoryId !== null &&
          above.get(categoryId)?.includes(slot.categoryId) === true) ||
        (slot.questionId === null &&
          slot.categoryId === null &&
          slot.tag !== null &&
          tags.includes(JSON.stringify(slot.tag))),
    ),
  }));
}
