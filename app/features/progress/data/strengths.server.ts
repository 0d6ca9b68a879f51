import type { Sql } from '#app/platform/db/sql.server.ts';

/** Each unit's stored strength beside the number of people who belong to it now. */
export async function listStrengthGaps(sql: Sql): Promise<{ unitId: string; strength: number; people: number }[]> {
  const rows = await sql.all<{ unitId: string; strength: number; people: number }>(
    `SELECT u."id" AS "unitId", u."strength", COUNT(p."id") AS "people"
       FROM "Unit" u LEFT JOIN "Person" p ON p."unitId" = u."id" AND p."leftAt" IS NULL
      GROUP BY u."id", u."strength"`,
  );
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}
