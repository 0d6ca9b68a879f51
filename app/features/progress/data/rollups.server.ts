import type { Sql } from '#app/platform/db/sql.server.ts';
import { type Rollup, rollupOf } from '../core/rollup.ts';
import { classifications, statuses } from '../core/status.ts';

/** A unit beside the figures of its whole subtree; for the parent itself those of its own people alone. */
export interface UnitRollup extends Rollup {
  unitId: string;
}

const counters = [
  ...statuses.map((key) => ({ dimension: 'status', key, column: `status ${key}` })),
  ...classifications.map((key) => ({ dimension: 'classification', key, column: `class ${key}` })),
];

// One column a counter, so that a handful of rows leaves the database, and one pass over the ranges is enough. The outer
// joins keep SQLite to the cheap order: a part, its units by path, their counters by key.
const sumOfChildren = `
  WITH "part" AS (
    SELECT "id", "path" AS "low", substr("path", 1, length("path") - 1) || '0' AS "high" FROM "Unit" WHERE "parentId" = ?
    UNION ALL
    SELECT "id", "path" AS "low", "path" || ' ' AS "high" FROM "Unit" WHERE "id" = ?)
  SELECT p."id" AS "unitId",
         (SELECT SUM(s."strength") FROM "Unit" s WHERE s."path" >= p."low" AND s."path" < p."high") AS "strength",
         ${counters
           .map(
             ({ dimension, key, column }) =>
               `SUM(CASE WHEN c."key" = '${key}' AND c."dimension" = '${dimension}' THEN c."count" ELSE 0 END) AS "${column}"`,
           )
           .join(', ')}
    FROM "part" p
    LEFT JOIN "Unit" u ON u."path" >= p."low" AND u."path" < p."high"
    LEFT JOIN "ProgressCounter" c ON c."unitId" = u."id" AND c."assignmentId" = ?
   GROUP BY p."id", p."low", p."high"`;

/**
 * Hot path, one statement: strength and counters of each sub-unit's subtree and of the parent's own people. Each part is
 * a range of paths, so the cost grows with the number of units below and never with the number of people. Read without a
 * lock.
 */
export async function sumChildren(sql: Sql, parentId: string, assignmentId: string | null): Promise<UnitRollup[]> {
  const rows = await sql.all<Record<string, number> & { unitId: string }>(
    sumOfChildren,
    parentId,
    parentId,
    assignmentId ?? '',
  );
  return rows.map((row) => ({
    unitId: row.unitId,
    ...rollupOf(
      Number(row.strength ?? 0),
      counters.map(({ dimension, key, column }) => ({ dimension, key, count: Number(row[column]) })),
    ),
  }));
}

/** The names of all sub-units in their order, those closed since included: their figures still count. */
export const listParts = (sql: Sql, parentId: string) =>
  sql.all<{ id: string; name: string; shortName: string; isClosed: number | boolean }>(
    `SELECT "id", "name", "shortName", "closedAt" IS NOT NULL AS "isClosed" FROM "Unit"
      WHERE "parentId" = ? ORDER BY "position", "name"`,
    parentId,
  );
