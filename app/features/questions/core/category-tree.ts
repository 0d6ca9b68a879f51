import { MAX_CATEGORY_DEPTH } from '#app/features/questions/core/category-path.ts';

/** A category as the tree needs it. */
export interface TreeCategory {
  id: string;
  name: string;
  parentId: string | null;
  position: number;
}

export type PlacedCategory<C extends TreeCategory> = C & {
  /** 0 at the top. */
  depth: number;
  /** The names above it and its own, from the top down. */
  path: string[];
};

/**
 * The categories as a tree, each after the one above it, in their order. One whose parent is not among the rows stands at the
 * top, and so does one on a ring, which no command makes: nothing is ever lost from sight.
 */
export function placedCategories<C extends TreeCategory>(rows: readonly C[]): PlacedCategory<C>[] {
  const known = new Set(rows.map(({ id }) => id));
  const below = new Map<string | null, C[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const order = (a: C, b: C) => a.position - b.position || a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1);
  const placed: PlacedCategory<C>[] = [];
  const seen = new Set<string>();
  const walk = (row: C, above: readonly string[]) => {
    if (seen.has(row.id)) return;
    seen.add(row.id);
    const path = [...above, row.name];
    placed.push({ ...row, depth: above.length, path });
    for (const child of [...(below.get(row.id) ?? [])].sort(order)) walk(child, path);
  };
  for (const row of [...(below.get(null) ?? [])].sort(order)) walk(row, []);
  for (const row of rows) walk(row, []);
  return placed;
}

/** The ids of a category and of all below it; empty for one that is not among the rows. */
export function subtreeIds(rows: readonly Pick<TreeCategory, 'id' | 'parentId'>[], id: string): string[] {
  if (!rows.some((row) => row.id === id)) return [];
  const found = new Set([id]);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    for (const row of rows) if (row.parentId !== null && found.has(row.parentId)) found.add(row.id);
  }
  return [...found];
}

/** Why a category cannot stand below another, or null where it can: nothing stands below itself or too deep to be seen. */
export function placeProblem(
  rows: readonly TreeCategory[],
  id: string | null,
  parentId: string | null,
): 'below-itself' | 'too-deep' | 'unknown-parent' | null {
  if (parentId === null) return null;
  const placed = placedCategories(rows);
  const parent = placed.find((row) => row.id === parentId);
  if (!parent) return 'unknown-parent';
  const own = id === null ? [] : subtreeIds(rows, id);
  if (own.includes(parentId)) return 'below-itself';
  const depths = placed.filter((row) => own.includes(row.id)).map(({ depth }) => depth);
  const height = depths.length === 0 ? 1 : Math.max(...depths) - Math.min(...depths) + 1;
  return parent.depth + 1 + height > MAX_CATEGORY_DEPTH ? 'too-deep' : null;
}
