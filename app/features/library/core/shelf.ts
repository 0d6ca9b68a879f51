import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { ItemKind } from './item.ts';

export interface ShelfRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly topic: string;
}

export interface Shelf {
  /** Every topic of what was found, with how many things it has of the chosen kind; by name. */
  topics: { topic: string; count: number }[];
  /** How many things each kind has in the chosen topic. */
  kinds: Record<ItemKind, number>;
  total: number;
  page: number;
  pages: number;
  /** What stands on this page, in the order given. */
  ids: string[];
}

/** Sorts what a search found into topics and kinds, and takes one page of what is chosen of them. */
export function shelfOf(
  rows: readonly ShelfRow[],
  chosen: { kind: ItemKind | ''; topic: string; page: number },
  size: number,
): Shelf {
  const { kind, topic } = chosen;
  const counts = new Map<string, number>();
  const kinds: Record<ItemKind, number> = { document: 0, article: 0, picture: 0, clip: 0 };
  const ids: string[] = [];
  for (const row of rows) {
    const isKind = kind === '' || row.kind === kind;
    const isTopic = topic === '' || row.topic === topic;
    if (isKind || row.topic === topic) counts.set(row.topic, (counts.get(row.topic) ?? 0) + (isKind ? 1 : 0));
    if (isTopic) kinds[row.kind] += 1;
    if (isKind && isTopic) ids.push(row.id);
  }
  const pages = Math.max(1, Math.ceil(ids.length / size));
  const page = Math.min(Math.max(1, chosen.page), pages);
  return {
    topics: [...counts]
      .map(([name, count]) => ({ topic: name, count, key: foldForSearch(name) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.topic < b.topic ? -1 : 1))
      .map(({ topic: name, count }) => ({ topic: name, count })),
    ...{ kinds, total: ids.length, page, pages },
    ids: ids.slice((page - 1) * size, page * size),
  };
}
