import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { newId } from '#app/platform/ids.server.ts';
import { categoryCodeWords, isSameCategoryName } from '../core/category-path.ts';
import { placeProblem } from '../core/category-tree.ts';
import type { ReviewPolicy } from '../core/review.ts';
import {
  findCategory,
  findUnitPath,
  insertCategory,
  listCategories,
  nextCategoryPosition,
} from '../data/categories.server.ts';

export interface CategoryProblem {
  field: 'name' | 'unitId' | 'parentId';
  code: 'duplicate' | 'missing' | 'below-itself' | 'too-deep' | 'unknown-parent';
}

export type CreateCategoryResult =
  | { kind: 'created'; categoryId: string }
  | { kind: 'invalid'; problems: CategoryProblem[] };

/**
 * Adds a category to the bank of a unit within the actor's reach, or below another category, in whose bank it then
 * lies; of the first unit on which the actor is an author when neither is named.
 */
export async function createCategory(
  actor: Actor,
  category: { name: string; unitId: string; parentId?: string; review?: ReviewPolicy },
): Promise<CreateCategoryResult> {
  const { name, unitId, parentId = '', review } = category;
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.category-created', async ({ tx, record, unchanged }) => {
    const refuse = (problem: CategoryProblem): CreateCategoryResult => {
      unchanged();
      return { kind: 'invalid', problems: [problem] };
    };
    const known = await listCategories(tx, scope);
    const parent = parentId ? await findCategory(tx, scope, parentId) : null;
    if (parentId && !parent) return refuse({ field: 'parentId', code: 'unknown-parent' });
    const ownPath = unitId ? await findUnitPath(tx, scope, unitId) : scope[0];
    const unitPath = parent?.unitPath ?? ownPath;
    const home = parent?.unitId ?? (unitPath && idsOf(unitPath).at(-1));
    if (!unitPath || !home) return refuse({ field: 'unitId', code: 'missing' });
    const place = placeProblem(known, null, parent?.id ?? null);
    if (place) return refuse({ field: 'parentId', code: place });
    const siblings = known.filter((row) => row.unitId === home && row.parentId === (parent?.id ?? null));
    if (siblings.some((row) => isSameCategoryName(row.name, name))) return refuse({ field: 'name', code: 'duplicate' });
    const id = newId();
    const code = `${categoryCodeWords(name)}-${id.slice(-4)}`;
    const position = await nextCategoryPosition(tx, scope);
    await insertCategory(tx, {
      ...{ id, code, name, unitId: home, position, parentId: parent?.id ?? null },
      review: review ?? parent?.review ?? 'none',
    });
    record(id, { code }, unitPath);
    return { kind: 'created', categoryId: id };
  });
}
