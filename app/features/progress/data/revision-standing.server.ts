import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** People of one unit who study one revision of a course. */
export interface RevisionCount {
  revision: number;
  unitPath: UnitPath;
  begun: number;
  /** Of those: who has completed an assignment of the course. */
  completed: number;
}

/**
 * How many people of these units study which revision of a course, unit by unit. Who has read from before starts were
 * written down studies the newest one. One statement.
 */
export async function countByRevision(
  sql: Sql,
  courseId: string,
  scope: readonly UnitPath[],
): Promise<RevisionCount[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ revision: number; path: string; begun: number; completed: number }>(
    `SELECT d."revision", d."path", COUNT(*) AS "begun", SUM(d."isCompleted") AS "completed"
       FROM (SELECT COALESCE(s."revision", c."revision") AS "revision", u."path" AS "path",
                    CASE WHEN EXISTS (SELECT 1 FROM "Enrolment" e JOIN "Assignment" a ON a."id" = e."assignmentId"
                                       WHERE e."personId" = b."personId" AND a."courseId" = c."id"
                                         AND e."status" = 'completed') THEN 1 ELSE 0 END AS "isCompleted"
               FROM (SELECT "personId" FROM "CourseStart" WHERE "courseId" = ?
                     UNION SELECT "personId" FROM "LessonRead" WHERE "courseId" = ?) AS b
               JOIN "Course" c ON c."id" = ?
               JOIN "Person" p ON p."id" = b."personId" JOIN "Unit" u ON u."id" = p."unitId"
               LEFT JOIN "CourseStart" s ON s."courseId" = c."id" AND s."personId" = b."personId"
              WHERE ${within.text}) AS d
      GROUP BY d."revision", d."path" ORDER BY d."revision", d."path"`,
    ...[courseId, courseId, courseId, ...within.values],
  );
  return rows.map((row) => ({
    revision: Number(row.revision),
    unitPath: row.path,
    begun: Number(row.begun),
    completed: Number(row.completed),
  }));
}
