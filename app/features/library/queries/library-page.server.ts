import { mayAnywhere } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { ItemKind } from '../core/item.ts';
import { itemSearchWords } from '../core/item-search.ts';
import { libraryReader } from '../core/reader.ts';
import { type Shelf, shelfOf } from '../core/shelf.ts';
import { searchOpenItems } from '../data/item-search.server.ts';
import { listItems } from '../data/items.server.ts';

export interface LibraryFilter {
  q: string;
  kind: ItemKind | '';
  topic: string;
  page: number;
}

export interface ListedItem {
  id: string;
  kind: ItemKind;
  title: string;
  topic: string;
  symbol: string;
  source: string;
  issuedOn: string | null;
  asOf: string;
}

export interface LibraryPage extends Omit<Shelf, 'ids'> {
  items: ListedItem[];
  /** The reader may put things in. */
  isAuthor: boolean;
}

export const ITEMS_ON_PAGE = 20;

/** What the actor may see of the library, found by words and filters: the newest first by the day of issue. */
export async function libraryPage(actor: Actor, filter: LibraryFilter): Promise<LibraryPage> {
  const db = database();
  const rows = await searchOpenItems(db.sql, libraryReader(actor), itemSearchWords(filter.q));
  const { ids, ...shelf } = shelfOf(rows, filter, ITEMS_ON_PAGE);
  const items = await listItems(db.read, ids);
  return {
    ...shelf,
    items: items.map(({ id, kind, title, topic, symbol, source, issuedOn, asOf }) => ({
      ...{ id, kind, title, topic, symbol, source, issuedOn, asOf },
    })),
    isAuthor: mayAnywhere(actor, 'course.author'),
  };
}
