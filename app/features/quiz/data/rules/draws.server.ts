import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';

/** What quizzes within the scope draw at random from categories, of one course or of all; archived quizzes draw nothing. */
export async function listDraws(db: Db, scope: readonly UnitPath[], courseId: string | null) {
  const rows = await db.quizSlot.findMany({
    where: {
      ...{ questionId: null, categoryId: { not: null } },
      quiz: { unit: unitWithin(scope), state: { not: 'archived' }, ...(courseId && { courseId }) },
    },
    select: { quizId: true, categoryId: true, withSubcategories: true, difficulty: true, count: true },
  });
  return rows.map(({ categoryId, ...row }) => ({ ...row, categoryId: categoryId! }));
}
