import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The names along a path, from the unit itself up to the top. */
export async function listNamesAlong(db: Db, path: UnitPath): Promise<string[]> {
  const ids = idsOf(path).reverse();
  const units = await db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return ids.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []);
}

/** The short names of these units by id. */
export async function listShortNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = among(sql, ids);
  const rows = await sql.all<{ id: string; shortName: string }>(
    `SELECT "id", "shortName" FROM "Unit" WHERE "id" ${wanted.text}`,
    ...wanted.values,
  );
  return new Map(rows.map(({ id, shortName }) => [id, shortName]));
}
