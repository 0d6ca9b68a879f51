import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { spanAt } from '../units-as-of.server.ts';

/** People of one unit who still owe something and have a due date of their own: how many of them it is past for. */
export interface ExtendedOf {
  path: UnitPath;
  people: number;
  past: number;
}

/**
 * Who of a subtree owes something and has a due date of the own, by unit, as of an instant (null = now). One statement over
 * the extensions of the assignment alone: they are few.
 */
export async function listExtended(
  sql: Sql,
  { path, assignmentId, at, asOf }: { path: UnitPath; assignmentId: string; at: Date; asOf: Date | null },
): Promise<ExtendedOf[]> {
  const within = [path, pathUpperBound(path)];
  const rows =
    asOf === null
      ? await sql.all<ExtendedOf>(
          `SELECT u."path", COUNT(*) AS "people", SUM(CASE WHEN e."extendedDueAt" < ? THEN 1 ELSE 0 END) AS "past"
             FROM "Enrolment" e CROSS JOIN "Unit" u
            WHERE e."assignmentId" = ? AND e."extendedDueAt" IS NOT NULL AND e."releasedAt" IS NULL
              AND e."status" IN ('not-started', 'in-progress')
              AND u."id" = e."unitId" AND u."path" >= ? AND u."path" < ? GROUP BY u."path"`,
          ...[at, assignmentId, ...within],
        )
      : await sql.all<ExtendedOf>(
          `SELECT s."path", COUNT(*) AS "people", SUM(CASE WHEN d."dueAt" < ? THEN 1 ELSE 0 END) AS "past"
             FROM (SELECT x."personId", MAX(x."dueAt") AS "dueAt" FROM "DueExtension" x
                    WHERE x."assignmentId" = ? AND x."decidedAt" <= ? AND (x."endedAt" IS NULL OR x."endedAt" > ?)
                    GROUP BY x."personId") d
            CROSS JOIN "EnrolmentChange" c CROSS JOIN "UnitSpan" s
            WHERE c."assignmentId" = ? AND c."personId" = d."personId" AND c."unitId" = s."unitId"
              AND c."status" IN ('not-started', 'in-progress')
              AND c."at" = (SELECT MAX(l."at") FROM "EnrolmentChange" l
                             WHERE l."assignmentId" = ? AND l."personId" = d."personId" AND l."at" <= ?)
              AND ${spanAt('s')} AND s."path" >= ? AND s."path" < ? GROUP BY s."path"`,
          ...[at, assignmentId, asOf, asOf, assignmentId, assignmentId, asOf, asOf, asOf, ...within],
        );
  return rows.map((row) => ({ ...row, people: Number(row.people), past: Number(row.past) }));
}
