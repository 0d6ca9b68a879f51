import type { Db } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { categoryCodeWords, isSameCategoryName, readCategoryPath } from '../core/category-path.ts';

export interface EnsuredCategory {
  categoryId: string;
  /** The ids of the categories that were not there before, from the top down. */
  created: string[];
}

/**
 * The category at a path of a unit's bank ('Chương 1/Bài 2'), each level found by its name without tone marks or made where
 * there is none. With `under` the path starts below that category, which the caller has found in scope. Null for a path
 * without any name and no category to stand under.
 */
export async function ensureCategoryPath(
  db: Db,
  unitId: string,
  path: string,
  under: string | null = null,
): Promise<EnsuredCategory | null> {
  let parentId = under;
  const created: string[] = [];
  for (const name of readCategoryPath(path)) {
    const siblings = await db.questionCategory.findMany({
      where: parentId
        ? { unitId, parentId }
        : { unitId, OR: [{ parentId: null }, { parent: { unitId: { not: unitId } } }] },
      select: { id: true, name: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    const known = siblings.find((sibling) => isSameCategoryName(sibling.name, name));
    if (known) {
      parentId = known.id;
      continue;
    }
    const id = newId();
    const code = `${categoryCodeWords(name)}-${id.slice(-6)}`;
    await db.questionCategory.create({ data: { id, code, unitId, name, parentId, position: siblings.length + 1 } });
    created.push(id);
    parentId = id;
  }
  return parentId === null ? null : { categoryId: parentId, created };
}
