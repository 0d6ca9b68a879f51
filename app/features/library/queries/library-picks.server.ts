import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { ItemKind } from '../core/item.ts';
import { itemLink } from '../core/item-link.ts';
import { itemSearchWords } from '../core/item-search.ts';
import { libraryReader } from '../core/reader.ts';
import { searchOpenItems } from '../data/item-search.server.ts';
import { listItems } from '../data/items.server.ts';

export interface LibraryPick {
  id: string;
  kind: ItemKind;
  title: string;
  topic: string;
  symbol: string;
  issuedOn: string | null;
  /** What goes into the text of a lesson: '[title](library:ID)'. */
  text: string;
}

const MOST = 20;

/** What an author may link a lesson to, found by words; the newest first, at most 20. */
export async function libraryPicks(actor: Actor, search: string): Promise<LibraryPick[]> {
  requireScope(actor, 'course.author');
  const db = database();
  const rows = await searchOpenItems(db.sql, libraryReader(actor), itemSearchWords(search));
  const items = await listItems(
    db.read,
    rows.slice(0, MOST).map(({ id }) => id),
  );
  return items.map(({ id, kind, title, topic, symbol, issuedOn }) => ({
    ...{ id, kind, title, topic, symbol, issuedOn },
    text: itemLink({ id, title }),
  }));
}
