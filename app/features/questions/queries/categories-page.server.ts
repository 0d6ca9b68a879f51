import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { placedCategories, subtreeIds } from '../core/category-tree.ts';
import { type KeyPattern, keyPatterns } from '../core/key-pattern.ts';
import { type Difficulty, difficulties } from '../core/question.ts';
import type { ReviewPolicy } from '../core/review.ts';
import { countUses, findCategory, listCategories, listNewestBodies, listUnitNames } from '../data/categories.server.ts';
import { countByCategory } from '../data/question-list.server.ts';

export interface CountedCategory {
  id: string;
  code: string;
  name: string;
  /** 0 at the top; a category comes after the one above it. */
  depth: number;
  /** The names from the top down to its own. */
  path: string[];
  parentId: string | null;
  review: ReviewPolicy;
  unitName: string;
  /** Of the questions that may be drawn, without those of the categories below it. */
  counts: Record<Difficulty, number>;
  total: number;
  /** The same with those of all categories below; null where there is none below. */
  whole: { counts: Record<Difficulty, number>; total: number } | null;
}

/** The categories as a tree with what each holds, and the units to whose bank the actor may add one. */
export async function categoriesPage(
  actor: Actor,
): Promise<{ categories: CountedCategory[]; units: { id: string; name: string }[] }> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const rows = await listCategories(read, scope);
  const counted = new Map<string, Partial<Record<Difficulty, number>>>();
  for (const { categoryId, difficulty, count } of await countByCategory(sql, scope)) {
    counted.set(categoryId, { ...counted.get(categoryId), [difficulty]: count });
  }
  const own = scope.map((path) => idsOf(path).at(-1)!);
  const names = await listUnitNames(read, [...own, ...rows.map(({ unitId }) => unitId)]);
  const countsOf = (ids: readonly string[]) => {
    const counts = { easy: 0, medium: 0, hard: 0 };
    for (const id of ids) for (const level of difficulties) counts[level] += counted.get(id)?.[level] ?? 0;
    return { counts, total: counts.easy + counts.medium + counts.hard };
  };
  const categories = placedCategories(rows).map(({ id, code, name, depth, path, parentId, review, unitId }) => {
    const below = subtreeIds(rows, id);
    const unitName = names.get(unitId) ?? '';
    return {
      ...{ id, code, name, depth, path, parentId, review, unitName },
      ...{ ...countsOf([id]), whole: below.length > 1 ? countsOf(below) : null },
    };
  });
  return { categories, units: own.map((id) => ({ id, name: names.get(id) ?? '' })) };
}

export interface CategoryEditor {
  category: { id: string; name: string; parentId: string | null; review: ReviewPolicy };
  uses: { questions: number; slots: number; below: number };
  /** Where it could stand: categories of its unit, none of its own subtree. Its contents could go to any of `others`. */
  parents: { id: string; path: string[] }[];
  others: { id: string; path: string[] }[];
  /** Over its newest questions: where the places of their keys could be guessed. */
  patterns: KeyPattern[];
}

/** As many questions as one paper could have. */
const PATTERN_OVER = 100;

/** One category to be renamed, moved, merged or taken away. */
export async function categoryEditor(actor: Actor, categoryId: string): Promise<CategoryEditor> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const found = await findCategory(read, scope, categoryId);
  if (!found) throw new AppError('not-found');
  const own = (await listCategories(read, scope)).filter(({ unitId }) => unitId === found.unitId);
  const below = new Set(subtreeIds(own, categoryId));
  const others = placedCategories(own)
    .filter(({ id }) => !below.has(id))
    .map(({ id, path }) => ({ id, path }));
  const { id, name, parentId, review } = found;
  const patterns = keyPatterns(await listNewestBodies(sql, id, PATTERN_OVER));
  return {
    category: { id, name, parentId, review },
    uses: await countUses(read, id),
    parents: others,
    others,
    patterns,
  };
}
