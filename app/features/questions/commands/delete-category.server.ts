import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { countUses, deleteCategoryRow, findCategory } from '../data/categories.server.ts';

export type DeleteCategoryResult =
  | { kind: 'deleted' }
  | { kind: 'refused'; uses: { questions: number; slots: number; below: number } };

/** Takes a category away that holds nothing: no question of any standing, no category below it, and no quiz draws from it. */
export async function deleteCategory(actor: Actor, categoryId: string): Promise<DeleteCategoryResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.category-deleted', async ({ tx, record, unchanged }) => {
    const category = await findCategory(tx, scope, categoryId);
    if (!category) throw new AppError('not-found');
    const uses = await countUses(tx, categoryId);
    if (uses.questions + uses.slots + uses.below > 0) {
      unchanged();
      return { kind: 'refused', uses };
    }
    await deleteCategoryRow(tx, categoryId);
    record(categoryId, { code: category.code }, category.unitPath);
    return { kind: 'deleted' };
  });
}
