import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { isSameCategoryName } from '../core/category-path.ts';
import { placeProblem, subtreeIds } from '../core/category-tree.ts';
import {
  countUses,
  deleteCategoryRow,
  findCategory,
  listApproved,
  listCategories,
  moveContents,
  replaceStandingByDraft,
} from '../data/categories.server.ts';
import { insertReviewSteps } from '../data/reviews.server.ts';

export type MergeCategoriesResult =
  | { kind: 'merged'; questions: number }
  | {
      kind: 'refused';
      reason: 'other-unit' | 'below-itself' | 'drawn-from' | 'too-deep' | 'same-names';
      slots?: number;
    };

/**
 * Takes everything out of a category into another one of the same unit and takes the empty one away. One from which quizzes
 * draw is left alone: its slots would be without questions. Where the other asks for a second person, what came without one is
 * a draft there.
 */
export async function mergeCategories(actor: Actor, fromId: string, toId: string): Promise<MergeCategoriesResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.category-merged', async ({ tx, at, record, unchanged }) => {
    const refuse = (result: MergeCategoriesResult) => {
      unchanged();
      return result;
    };
    const from = await findCategory(tx, scope, fromId);
    const to = await findCategory(tx, scope, toId);
    if (!from || !to) throw new AppError('not-found');
    if (from.unitId !== to.unitId) return refuse({ kind: 'refused', reason: 'other-unit' });
    const rows = await listCategories(tx, scope);
    if (subtreeIds(rows, fromId).includes(toId)) return refuse({ kind: 'refused', reason: 'below-itself' });
    const children = rows.filter(({ parentId }) => parentId === fromId);
    const there = rows.filter(({ parentId, id }) => parentId === toId && id !== fromId);
    if (children.some(({ id }) => placeProblem(rows, id, toId) === 'too-deep'))
      return refuse({ kind: 'refused', reason: 'too-deep' });
    if (children.some(({ name }) => there.some((row) => isSameCategoryName(row.name, name))))
      return refuse({ kind: 'refused', reason: 'same-names' });
    const { slots } = await countUses(tx, fromId);
    if (slots > 0) return refuse({ kind: 'refused', reason: 'drawn-from', slots });
    if (to.review === 'second-person' && from.review === 'none') {
      const steps = await listApproved(tx, fromId);
      await insertReviewSteps(tx, steps, { at, byId: actor.personId });
      await replaceStandingByDraft(tx, fromId, at);
    }
    const questions = await moveContents(tx, fromId, toId, at);
    await deleteCategoryRow(tx, fromId);
    record(toId, { from: from.code, to: to.code, questions }, to.unitPath);
    return { kind: 'merged', questions };
  });
}
