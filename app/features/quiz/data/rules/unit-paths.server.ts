import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The paths of these units. */
export async function listUnitPathsById(sql: Sql, ids: readonly string[]): Promise<UnitPath[]> {
  if (ids.length === 0) return [];
  const rows = await sql.all<{ path: UnitPath }>(
    `SELECT "path" FROM "Unit" WHERE "id" IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  return rows.map(({ path }) => path);
}
