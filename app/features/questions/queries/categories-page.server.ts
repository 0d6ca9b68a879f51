import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Difficulty } from '../core/question.ts';
import { listCategories, listUnitNames } from '../data/categories.server.ts';
import { countByCategory } from '../data/question-list.server.ts';

export interface CountedCategory {
  id: string;
  name: string;
  unitName: string;
  counts: Record<Difficulty, number>;
  total: number;
}

/** The categories with what each holds, and the units to whose bank the actor may add one. */
export async function categoriesPage(
  actor: Actor,
): Promise<{ categories: CountedCategory[]; units: { id: string; name: string }[] }> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const rows = await listCategories(read, scope);
  const counted = await countByCategory(sql, scope);
  const own = scope.map((path) => idsOf(path).at(-1)!);
  const names = await listUnitNames(read, [...own, ...rows.map(({ unitId }) => unitId)]);
  const categories = rows.map(({ id, name, unitId }) => {
    const of = (difficulty: Difficulty) =>
      counted.find((each) => each.categoryId === id && each.difficulty === difficulty)?.count ?? 0;
    const counts = { easy: of('easy'), medium: of('medium'), hard: of('hard') };
    const total = counts.easy + counts.medium + counts.hard;
    return { id, name, unitName: names.get(unitId) ?? '', counts, total };
  });
  return { categories, units: own.map((id) => ({ id, name: names.get(id) ?? '' })) };
}
