import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';

export interface CheckQuestionRow {
  code: string;
  questionVersionId: string;
  /** A published exam holds it, or may draw it. */
  isInExam: boolean;
}

/** Questions of the bank that a lesson names by their codes, within the course's own subtree; archived ones are not found. */
export async function listCheckQuestions(
  db: Db,
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
  const slots = await db.quizSlot.findMany({
    where: {
      quiz: { kind: 'exam', state: 'published' },
      OR: [
        { questionId: { in: rows.map(({ id }) => id) } },
        { questionId: null, categoryId: { in: rows.map(({ categoryId }) => categoryId) } },
        { questionId: null, categoryId: null },
      ],
    },
    select: { questionId: true, categoryId: true, tag: true },
  });
  return rows.map(({ id, code, categoryId, currentVersionId, tags }) => ({
    code,
    questionVersionId: currentVersionId!,
    isInExam: slots.some(
      (slot) =>
        slot.questionId === id ||
        (slot.questionId === null && slot.categoryId === categoryId) ||
        (slot.questionId === null &&
          slot.categoryId === null &&
          slot.tag !== null &&
          tags.includes(JSON.stringify(slot.tag))),
    ),
  }));
}
