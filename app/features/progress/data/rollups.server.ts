import type { Sql } from '#app/platform/db/sql.server.ts';
import { type CounterRow, type Rollup, rollupOf } from '../core/rollup.ts';

/** A unit beside the figures of its whole subtree; for the parent itself those of its own people alone. */
export interface UnitRollup extends Rollup {
  unitId: string;
}

/**
 * Hot path, one statement: strength and counters of each sub-unit's subtree and of the parent's own people. Each part is
 * a range of paths, so the cost grows with the number of units below and never with the number of people. Read without a
 * lock.
 */
export async function sumChildren(sql: Sql, parentId: string, assignmentId: string | null): Promise<UnitRollup[]> {
  const rows = await sql.all<CounterRow & { unitId: string }>(
    `WITH "part" AS (
       SELECT "id", "path" AS "low", substr("path", 1, length("path") - 1) || '0' AS "high"
         FROM "Unit" WHERE "parentId" = ?
       UNION ALL
       SELECT "id", "path" AS "low", "path" || ' ' AS "high" FROM "Unit" WHERE "id" = ?)
     SELECT p."id" AS "unitId", 'strength' AS "dimension", '' AS "key", SUM(u."strength") AS "count"
       FROM "part" p JOIN "Unit" u ON u."path" >= p."low" AND u."path" < p."high" GROUP BY p."id"
     UNION ALL
     SELECT p."id", c."dimension", c."key", SUM(c."count")
       FROM "part" p JOIN "Unit" u ON u."path" >= p."low" AND u."path" < p."high"
       JOIN "ProgressCounter" c ON c."unitId" = u."id" AND c."assignmentId" = ?
      GROUP BY p."id", c."dimension", c."key"`,
    parentId,
    parentId,
    assignmentId ?? '',
  );
  const byUnit = new Map<string, CounterRow[]>();
  for (const { unitId, dimension, key, count } of rows)
    byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), { dimension, key, count: Number(count) }]);
  return [...byUnit].map(([unitId, counters]) => {
    const strength = counters.find((row) => row.dimension === 'strength')?.count ?? 0;
    return { unitId, ...rollupOf(strength, counters) };
  });
}

/** The names of all sub-units in their order, those closed since included: their figures still count. */
export const listParts = (sql: Sql, parentId: string) =>
  sql.all<{ id: string; name: string; shortName: string; isClosed: number | boolean }>(
    `SELECT "id", "name", "shortName", "closedAt" IS NOT NULL AS "isClosed" FROM "Unit"
      WHERE "parentId" = ? ORDER BY "position", "name"`,
    parentId,
  );
