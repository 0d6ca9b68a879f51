import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { subtreeIds } from '../core/category-tree.ts';
import { countUses, deleteCategoryRow, findCategory, listCategories, moveContents } from '../data/categories.server.ts';

export type MergeCategoriesResult =
  | { kind: 'merged'; questions: number }
  | { kind: 'refused'; reason: 'other-unit' | 'below-itself' | 'drawn-from'; slots?: number };

/**
 * Takes everything out of a category into another one of the same unit and takes the empty one away. One from which quizzes
 * draw is left alone: its slots would be without questions.
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
    if (subtreeIds(await listCategories(tx, scope), fromId).includes(toId)) {
      return refuse({ kind: 'refused', reason: 'below-itself' });
    }
    const { slots } = await countUses(tx, fromId);
    if (slots > 0) return refuse({ kind: 'refused', reason: 'drawn-from', slots });
    const questions = await moveContents(tx, fromId, toId, at);
    await deleteCategoryRow(tx, fromId);
    record(toId, { from: from.code, to: to.code, questions }, to.unitPath);
    return { kind: 'merged', questions };
  });
}
