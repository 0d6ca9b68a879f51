import type { UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { booleanOf, type Sql } from '#app/platform/db/sql.server.ts';

export interface KnownPerson {
  id: string;
  number: string;
  fullName: string;
  rank: string | null;
  unitName: string;
  hasLeft: boolean;
}

/** People within the scope whose name or number holds every word, tone marks aside: who serves first, then who left. */
export async function searchKnownPeople(
  sql: Sql,
  scope: readonly UnitPath[],
  text: string,
  limit: number,
): Promise<KnownPerson[]> {
  const words = foldForSearch(text).split(' ').filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<Omit<KnownPerson, 'hasLeft'> & { hasLeft: number }>(
    `SELECT p."id", p."number", p."fullName", p."rank", u."name" AS "unitName",
            CASE WHEN p."leftAt" IS NULL THEN 0 ELSE 1 END AS "hasLeft"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE ${within.text} AND p."erasedAt" IS NULL ${words.map(() => `AND p."searchKey" LIKE ? ESCAPE '!'`).join(' ')}
      ORDER BY "hasLeft", p."sortKey", p."id" LIMIT ?`,
    ...within.values,
    ...words.map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`),
    limit,
  );
  return rows.map((row) => ({ ...row, hasLeft: booleanOf(row.hasLeft) }));
}
