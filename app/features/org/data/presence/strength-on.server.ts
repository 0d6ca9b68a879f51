import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** Strength of a unit's subtree at the end of a day: today's less what came later. */
export async function subtreeStrengthOn(sql: Sql, path: UnitPath, day: LocalDate): Promise<number> {
  const row = await sql.get<{ strength: number | bigint; later: number | bigint | null }>(
    `SELECT u."subtreeStrength" AS "strength",
            (SELECT SUM(d."subtree") FROM "StrengthDay" d WHERE d."unitId" = u."id" AND d."day" > ?) AS "later"
       FROM "Unit" u WHERE u."path" = ?`,
    ...[day, path],
  );
  return Number(row?.strength ?? 0) - Number(row?.later ?? 0);
}

/** Own strength of each unit of a subtree at the end of a day, those without anybody left out. */
export async function ownStrengthsOn(
  sql: Sql,
  path: UnitPath,
  day: LocalDate,
): Promise<{ unitId: string; strength: number }[]> {
  const rows = await sql.all<{ unitId: string; strength: number | bigint; later: number | bigint | null }>(
    `SELECT u."id" AS "unitId", u."strength", SUM(d."own") AS "later"
       FROM "Unit" u LEFT JOIN "StrengthDay" d ON d."unitId" = u."id" AND d."day" > ?
      WHERE u."path" >= ? AND u."path" < ? GROUP BY u."id", u."strength"`,
    ...[day, path, pathUpperBound(path)],
  );
  return rows
    .map(({ unitId, strength, later }) => ({ unitId, strength: Number(strength) - Number(later ?? 0) }))
    .filter(({ strength }) => strength > 0);
}
