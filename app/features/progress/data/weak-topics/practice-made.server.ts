import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The practice that was given under this key before, with how many people it was given to; null = none. */
export async function practiceMade(
  sql: Sql,
  key: string,
): Promise<{ createdById: string | null; people: number } | null> {
  const row = await sql.get<{ createdById: string | null; people: number }>(
    `SELECT a."createdById", (SELECT COUNT(*) FROM "PersonGroupMember" m WHERE m."groupId" = a."id") AS "people"
       FROM "Assignment" a WHERE a."id" = ?`,
    key,
  );
  return row ? { ...row, people: Number(row.people) } : null;
}

/** Names and units of these people, whoever of them has not left. */
export async function listNamed(
  sql: Sql,
  ids: readonly string[],
): Promise<{ personId: string; fullName: string; rank: string | null; unitPath: UnitPath }[]> {
  if (ids.length === 0) return [];
  return sql.all(
    `SELECT p."id" AS "personId", p."fullName", p."rank", u."path" AS "unitPath"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
      WHERE p."leftAt" IS NULL AND p."id" IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
}
