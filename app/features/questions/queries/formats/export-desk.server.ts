import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { placedCategories } from '../../core/category-tree.ts';
import { listCategories } from '../../data/categories.server.ts';

/** The categories that an author may export, as a tree in their order. */
export async function exportDesk(actor: Actor): Promise<{ categories: { id: string; name: string; depth: number }[] }> {
  const scope = requireScope(actor, 'question.author');
  const rows = placedCategories(await listCategories(database().read, scope));
  return { categories: rows.map(({ id, name, depth }) => ({ id, name, depth })) };
}
