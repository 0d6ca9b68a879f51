import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** How many people of a subtree have a grade from each whole number up to the next. Now alone: grades have no history. */
export async function countGrades(
  sql: Sql,
  { path, assignmentId }: { path: UnitPath; assignmentId: string },
): Promise<{ bar: number; count: number }[]> {
  const rows = await sql.all<{ bar: number; count: number }>(
    // What binary fractions take away must not put a 6 into the bar of the 5.
    `SELECT CAST(FLOOR(e."bestGrade" + 0.000000001) AS INTEGER) AS "bar", COUNT(*) AS "count"
       FROM "Unit" u CROSS JOIN "Enrolment" e
      WHERE u."path" >= ? AND u."path" < ? AND e."unitId" = u."id" AND e."assignmentId" = ?
        AND e."releasedAt" IS NULL AND e."bestGrade" IS NOT NULL
      GROUP BY CAST(FLOOR(e."bestGrade" + 0.000000001) AS INTEGER)`,
    path,
    pathUpperBound(path),
    assignmentId,
  );
  return rows.map(({ bar, count }) => ({ bar: Number(bar), count: Number(count) }));
}
