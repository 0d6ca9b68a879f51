import { type Rollup, rollupOf } from '#app/features/progress/core/rollup.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * Figures of whole subtrees in an assignment at the end of a day: today's counters less what changed later. Reads some rows
 * for each unit, however many people are below. Two statements.
 */
export async function listCountersThen(
  sql: Sql,
  unitIds: readonly string[],
  assignmentId: string,
  day: LocalDate,
): Promise<Map<string, Rollup>> {
  const { text, values } = among(sql, unitIds);
  const strengths = await sql.all<{ unitId: string; strength: number | bigint }>(
    `SELECT u."id" AS "unitId", u."subtreeStrength" - COALESCE(
        (SELECT SUM(d."subtree") FROM "StrengthDay" d WHERE d."unitId" = u."id" AND d."day" > ?), 0) AS "strength"
       FROM "Unit" u WHERE u."id" ${text}`,
    ...[day, ...values],
  );
  const asked = `"assignmentId" = ? AND "unitId" ${text}`;
  const counters = await sql.all<{ unitId: string; dimension: string; key: string; count: number | bigint }>(
    `SELECT c."unitId", c."dimension", c."key", SUM(c."total") AS "count" FROM (
       SELECT "unitId", "dimension", "key", "total" FROM "ProgressCounter" WHERE ${asked} UNION ALL
       SELECT "unitId", "dimension", "key", -"total" FROM "ProgressDay" WHERE ${asked} AND "day" > ?) c
      GROUP BY c."unitId", c."dimension", c."key"`,
    ...[assignmentId, ...values, assignmentId, ...values, day],
  );
  return new Map(
    strengths.map(({ unitId, strength }) => [
      unitId,
      rollupOf(
        Number(strength),
        counters.filter((row) => row.unitId === unitId).map((row) => ({ ...row, count: Number(row.count) })),
      ),
    ]),
  );
}
