import type { UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

export interface FoundPerson {
  id: string;
  number: string;
  fullName: string;
  rank: string | null;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
}

const FROM = `SELECT p."id", p."number", p."fullName", p."rank", u."id" AS "unitId", u."name" AS "unitName",
  u."path" AS "unitPath" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"`;

/** Present people within the scope whose name or number holds every word of the text, tone marks aside, by name. */
export async function searchPeople(
  sql: Sql,
  scope: readonly UnitPath[],
  text: string,
  limit: number,
): Promise<FoundPerson[]> {
  const words = foldForSearch(text).split(' ').filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const within = pathWithin('u."path"', scope);
  return sql.all<FoundPerson>(
    `${FROM} WHERE ${within.text} AND p."leftAt" IS NULL ${words.map(() => `AND p."searchKey" LIKE ? ESCAPE '!'`).join(' ')}
     ORDER BY p."sortKey", p."id" LIMIT ${limit}`,
    ...within.values,
    ...words.map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`),
  );
}

/** Present people within the scope who bear one of these service numbers. */
export async function listPeopleByNumber(
  sql: Sql,
  scope: readonly UnitPath[],
  numbers: readonly string[],
): Promise<FoundPerson[]> {
  if (numbers.length === 0) return [];
  const within = pathWithin('u."path"', scope);
  return sql.all<FoundPerson>(
    `${FROM} WHERE ${within.text} AND p."leftAt" IS NULL AND p."number" IN (${numbers.map(() => '?').join(', ')})
     ORDER BY p."sortKey", p."id"`,
    ...within.values,
    ...numbers,
  );
}

/** Present people within the scope with these ids. */
export async function listPeopleById(
  sql: Sql,
  scope: readonly UnitPath[],
  ids: readonly string[],
): Promise<FoundPerson[]> {
  if (ids.length === 0) return [];
  const within = pathWithin('u."path"', scope);
  return sql.all<FoundPerson>(
    `${FROM} WHERE ${within.text} AND p."leftAt" IS NULL AND p."id" IN (${ids.map(() => '?').join(', ')})
     ORDER BY p."sortKey", p."id"`,
    ...within.values,
    ...ids,
  );
}

/** The names of these people wherever they belong, also of those who left: for who did what in a log. */
export async function listPersonNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await sql.all<{ id: string; fullName: string }>(
    `SELECT "id", "fullName" FROM "Person" WHERE "id" IN (${wanted.map(() => '?').join(', ')})`,
    ...wanted,
  );
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
