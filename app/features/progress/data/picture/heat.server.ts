import { dateOf } from '#app/kernel/vietnam-time.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** How many of a unit's subtree are meant by an assignment, and how many have completed it. */
export interface HeatCell {
  unitId: string;
  assignmentId: string;
  assigned: number;
  completed: number;
}

/**
 * The cells of units and assignments, as of an instant (null = now), those that mean nobody left out. One statement and
 * some five rows read for each cell (and for each later day on which it changed), however many people there are.
 */
export async function listHeatCells(
  sql: Sql,
  unitIds: readonly string[],
  assignmentIds: readonly string[],
  asOf: Date | null,
): Promise<HeatCell[]> {
  if (unitIds.length === 0 || assignmentIds.length === 0) return [];
  const [assignments, units] = [among(sql, assignmentIds), among(sql, unitIds)];
  const asked = `"dimension" = 'status' AND "assignmentId" ${assignments.text} AND "unitId" ${units.text}`;
  const ids = [...assignments.values, ...units.values];
  const columns = '"assignmentId", "unitId", "key"';
  const later = ` UNION ALL SELECT ${columns}, -"total" FROM "ProgressDay" WHERE ${asked} AND "day" > ?`;
  const rows = await sql.all<HeatCell>(
    `SELECT "assignmentId", "unitId", SUM("total") AS "assigned",
            SUM(CASE WHEN "key" = 'completed' THEN "total" ELSE 0 END) AS "completed"
       FROM (SELECT ${columns}, "total" FROM "ProgressCounter" WHERE ${asked}${asOf === null ? '' : later}) AS c
      GROUP BY "assignmentId", "unitId"`,
    ...ids,
    ...(asOf === null ? [] : [...ids, dateOf(asOf)]),
  );
  return rows
    .map((row) => ({ ...row, assigned: Number(row.assigned), completed: Number(row.completed) }))
    .filter(({ assigned }) => assigned > 0);
}
