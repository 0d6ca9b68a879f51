import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { newId } from '#app/platform/ids.server.ts';
import { insertCategory, listCategories, nextCategoryPosition } from '../data/categories.server.ts';

export type CreateCategoryResult =
  | { kind: 'created'; categoryId: string }
  | { kind: 'invalid'; problems: { field: 'name' | 'unitId'; code: 'duplicate' | 'missing' }[] };

/** Adds a category to the bank of a unit on which the actor is an author; of the first such unit when none is named. */
export async function createCategory(
  actor: Actor,
  { name, unitId }: { name: string; unitId: string },
): Promise<CreateCategoryResult> {
  const scope = requireScope(actor, 'question.author');
  const unitPath = unitId ? scope.find((path) => idsOf(path).at(-1) === unitId) : scope[0];
  if (!unitPath) return { kind: 'invalid', problems: [{ field: 'unitId', code: 'missing' }] };
  return transact(actor, 'questions.category-created', async ({ tx, record, unchanged }) => {
    const known = await listCategories(tx, [unitPath]);
    if (known.some((category) => foldForSearch(category.name) === foldForSearch(name))) {
      unchanged();
      return { kind: 'invalid', problems: [{ field: 'name', code: 'duplicate' }] };
    }
    const id = newId();
    const words = foldForSearch(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 24)
      .replace(/-$/, '');
    const code = `${words || 'nhom'}-${id.slice(-4)}`;
    const position = await nextCategoryPosition(tx, scope);
    await insertCategory(tx, { id, code, name, unitId: idsOf(unitPath).at(-1)!, position });
    record(id, { code }, unitPath);
    return { kind: 'created', categoryId: id };
  });
}
