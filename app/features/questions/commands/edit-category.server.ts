import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { isSameCategoryName } from '../core/category-path.ts';
import { placeProblem } from '../core/category-tree.ts';
import type { ReviewPolicy } from '../core/review.ts';
import { findCategory, listCategories, replaceCategoryFields } from '../data/categories.server.ts';
import type { CategoryProblem } from './create-category.server.ts';

export type EditCategoryResult = { kind: 'edited' | 'unchanged' } | { kind: 'invalid'; problems: CategoryProblem[] };

/**
 * Gives a category another name, another place in the tree or another rule of review. It stays in the bank of its unit, so it
 * stands only below categories of the same unit.
 */
export async function editCategory(
  actor: Actor,
  categoryId: string,
  { name, parentId, review }: { name: string; parentId: string; review: ReviewPolicy },
): Promise<EditCategoryResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.category-changed', async ({ tx, record, unchanged }) => {
    const refuse = (result: EditCategoryResult) => {
      unchanged();
      return result;
    };
    const category = await findCategory(tx, scope, categoryId);
    if (!category) throw new AppError('not-found');
    const above = parentId === '' ? null : parentId;
    if (category.name === name && category.parentId === above && category.review === review) {
      return refuse({ kind: 'unchanged' });
    }
    const own = (await listCategories(tx, scope)).filter(({ unitId }) => unitId === category.unitId);
    const place = above === category.parentId ? null : placeProblem(own, categoryId, above);
    if (place) return refuse({ kind: 'invalid', problems: [{ field: 'parentId', code: place }] });
    const isTaken = own.some(
      (row) => row.id !== categoryId && row.parentId === above && isSameCategoryName(row.name, name),
    );
    if (isTaken) return refuse({ kind: 'invalid', problems: [{ field: 'name', code: 'duplicate' }] });
    await replaceCategoryFields(tx, categoryId, { name, parentId: above, review });
    record(categoryId, { code: category.code, name, parentId: above, review }, category.unitPath);
    return { kind: 'edited' };
  });
}
