import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isStale } from '../core/item.ts';
import { itemSearchWords } from '../core/item-search.ts';
import { type Shelf, shelfOf } from '../core/shelf.ts';
import { searchAuthoredItems } from '../data/item-search.server.ts';
import { listItems } from '../data/items.server.ts';
import { ITEMS_ON_PAGE, type LibraryFilter, type ListedItem } from './library-page.server.ts';

export interface AuthorLibrary extends Omit<Shelf, 'ids'> {
  items: (ListedItem & { unitName: string; hasFile: boolean; isStale: boolean })[];
}

/** What the actor may write in the library: what is in use, or what is retired. */
export async function authorLibrary(
  actor: Actor,
  { isRetired, ...filter }: LibraryFilter & { isRetired: boolean },
): Promise<AuthorLibrary> {
  const scope = requireScope(actor, 'course.author');
  const db = database();
  const rows = await searchAuthoredItems(db.sql, scope, itemSearchWords(filter.q), { isRetired });
  const today = dateOf(now());
  const { ids, ...shelf } = shelfOf(rows, filter, ITEMS_ON_PAGE);
  const items = await listItems(db.read, ids);
  return {
    ...shelf,
    items: items.map(({ id, kind, title, topic, symbol, source, issuedOn, asOf, unitName, mediaId }) => ({
      ...{ id, kind, title, topic, symbol, source, issuedOn, asOf, unitName },
      ...{ hasFile: mediaId !== null, isStale: isStale(asOf, today) },
    })),
  };
}
