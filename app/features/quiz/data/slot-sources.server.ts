import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Candidate, SlotPlan } from '../core/draw-paper.ts';

/** What slots may draw from now. Archived questions are among the candidates only where a fixed slot names them. */
export interface SlotSupply {
  candidates: Candidate[];
  archivedIds: Set<string>;
}

/** The questions that fixed slots name, and those of the categories of random ones. */
export async function listSlotSupply(db: Db, slots: readonly SlotPlan[]): Promise<SlotSupply> {
  const { questionIds, categoryIds } = sourcesOf(slots);
  const rows = await db.question.findMany({
    where: {
      currentVersionId: { not: null },
      OR: [{ categoryId: { in: categoryIds }, archivedAt: null }, { id: { in: questionIds } }],
    },
    select: { id: true, currentVersionId: true, categoryId: true, difficulty: true, archivedAt: true },
  });
  return {
    candidates: rows.map(({ id, currentVersionId, categoryId, difficulty }) => ({
      questionId: id,
      questionVersionId: currentVersionId!,
      categoryId,
      difficulty,
    })),
    archivedIds: new Set(rows.filter(({ archivedAt }) => archivedAt).map(({ id }) => id)),
  };
}

/** Those questions and categories that lie within the scope: an author puts in nothing else. */
export async function listSourcesInScope(
  db: Db,
  scope: readonly UnitPath[],
  { questionIds, categoryIds }: { questionIds: string[]; categoryIds: string[] },
): Promise<Set<string>> {
  const unit = unitWithin(scope);
  const select = { id: true } as const;
  const questions = await db.question.findMany({ where: { id: { in: questionIds }, category: { unit } }, select });
  const categories = await db.questionCategory.findMany({ where: { id: { in: categoryIds }, unit }, select });
  return new Set([...questions, ...categories].map(({ id }) => id));
}

/** The ids that slots name, without repetition. */
export function sourcesOf(slots: readonly SlotPlan[]): { questionIds: string[]; categoryIds: string[] } {
  const questionIds = slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionId] : []));
  const categoryIds = slots.flatMap((slot) => (slot.kind === 'random' ? [slot.categoryId] : []));
  return { questionIds: [...new Set(questionIds)], categoryIds: [...new Set(categoryIds)] };
}
