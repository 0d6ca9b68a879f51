import type { Sql } from '#app/platform/db/sql.server.ts';

/** The unit above a unit, as heads of papers name it; null for a top unit. */
export async function findParentUnitName(sql: Sql, unitId: string): Promise<string | null> {
  const row = await sql.get<{ name: string }>(
    'SELECT o."name" FROM "Unit" u JOIN "Unit" o ON o."id" = u."parentId" WHERE u."id" = ?',
    unitId,
  );
  return row?.name ?? null;
}
