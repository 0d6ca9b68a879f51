import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The path of a unit, or null outside of the scope. */
export async function findUnitPath(sql: Sql, scope: readonly UnitPath[], unitId: string): Promise<UnitPath | null> {
  const within = pathWithin('"path"', scope);
  const row = await sql.get<{ path: string }>(
    `SELECT "path" FROM "Unit" WHERE "id" = ? AND ${within.text}`,
    unitId,
    ...within.values,
  );
  return row?.path ?? null;
}

/** The short names of these units. */
export async function listUnitNames(sql: Sql, ids: readonly string[]): Promise<{ id: string; shortName: string }[]> {
  if (ids.length === 0) return [];
  return sql.all(`SELECT "id", "shortName" FROM "Unit" WHERE "id" IN (${ids.map(() => '?').join(', ')})`, ...ids);
}
