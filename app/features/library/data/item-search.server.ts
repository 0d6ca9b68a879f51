import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';
import type { ItemKind } from '../core/item.ts';
import type { LibraryReader } from '../core/reader.ts';
import type { ShelfRow } from '../core/shelf.ts';

type Where = { text: string; values: SqlValue[] };

/** What the reader may see and is in use, that holds all these words (see `itemSearchWords`): the newest first. */
export function searchOpenItems(sql: Sql, reader: LibraryReader, words: readonly string[]): Promise<ShelfRow[]> {
  const chain = among(sql, idsOf(reader.unitPath));
  const own = pathWithin('u."path"', reader.authorScope);
  const where = {
    text: `(i."unitId" ${chain.text} OR ${own.text}) AND i."retiredAt" IS NULL`,
    values: [...chain.values, ...own.values],
  };
  return search(sql, where, words);
}

/** The same of what authors within the scope may write: what is in use, or what is retired. */
export function searchAuthoredItems(
  sql: Sql,
  scope: readonly UnitPath[],
  words: readonly string[],
  { isRetired }: { isRetired: boolean },
): Promise<ShelfRow[]> {
  const own = pathWithin('u."path"', scope);
  const where = { text: `${own.text} AND i."retiredAt" IS ${isRetired ? 'NOT NULL' : 'NULL'}`, values: own.values };
  return search(sql, where, words);
}

function search(sql: Sql, where: Where, words: readonly string[]): Promise<ShelfRow[]> {
  // Letters and digits alone: nothing in a word means something to LIKE.
  const held = words.map(() => ` AND i."searchKey" LIKE ?`).join('');
  return sql.all<{ id: string; kind: ItemKind; topic: string }>(
    `SELECT i."id", i."kind", i."topic" FROM "LibraryItem" i JOIN "Unit" u ON u."id" = i."unitId"
      WHERE ${where.text}${held}
      ORDER BY CASE WHEN i."issuedOn" IS NULL THEN 1 ELSE 0 END, i."issuedOn" DESC, i."title", i."id"`,
    ...where.values,
    ...words.map((word) => `% ${word}%`),
  );
}
