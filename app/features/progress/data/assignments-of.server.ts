import { idsOf } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type AssignmentRow, findAssignment } from './assignments.server.ts';

// Always in the order of the ids: everybody who holds several takes them in this order.
async function load(sql: Sql, rows: readonly { id: string }[]): Promise<AssignmentRow[]> {
  const ids = [...new Set(rows.map(({ id }) => id))].sort();
  const found: AssignmentRow[] = [];
  for (const id of ids) found.push((await findAssignment(sql, id))!);
  return found;
}

/** Assignments that bear upon these people: they are enrolled, or one in force names a unit above them or their group. */
export async function listAssignmentsOfPeople(sql: Sql, personIds: readonly string[]): Promise<AssignmentRow[]> {
  const people = among(sql, personIds);
  const places = await sql.all<{ path: string }>(
    `SELECT DISTINCT u."path" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" ${people.text}`,
    ...people.values,
  );
  const units = among(sql, [...new Set(places.flatMap(({ path }) => idsOf(path)))]);
  const rows = await sql.all<{ id: string }>(
    `SELECT a."id" FROM "Assignment" a
      WHERE EXISTS (SELECT 1 FROM "Enrolment" e
                     WHERE e."assignmentId" = a."id" AND e."personId" ${people.text})
         OR (a."withdrawnAt" IS NULL
        AND (EXISTS (SELECT 1 FROM "AssignmentUnit" au
                      WHERE au."assignmentId" = a."id" AND au."unitId" ${units.text})
          OR EXISTS (SELECT 1 FROM "AssignmentGroup" ag JOIN "PersonGroupMember" m ON m."groupId" = ag."groupId"
                      WHERE ag."assignmentId" = a."id" AND m."personId" ${people.text})))`,
    ...people.values,
    ...units.values,
    ...people.values,
  );
  return load(sql, rows);
}

/** Assignments in force that name one of these units. */
export async function listAssignmentsNaming(sql: Sql, unitIds: readonly string[]): Promise<AssignmentRow[]> {
  const units = among(sql, unitIds);
  const rows = await sql.all<{ id: string }>(
    `SELECT DISTINCT a."id" FROM "Assignment" a JOIN "AssignmentUnit" au ON au."assignmentId" = a."id"
      WHERE a."withdrawnAt" IS NULL AND au."unitId" ${units.text}`,
    ...units.values,
  );
  return load(sql, rows);
}

/** Assignments in which somebody of the unit's subtree is counted. */
export async function listAssignmentsCounting(sql: Sql, unitId: string): Promise<AssignmentRow[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT DISTINCT "assignmentId" AS "id" FROM "ProgressCounter" WHERE "unitId" = ? AND "total" <> 0`,
    unitId,
  );
  return load(sql, rows);
}

/** Assignments of a course, and of other courses whose rule names the quiz: what an attempt bears upon. */
export async function listAssignmentsAsking(
  sql: Sql,
  { courseId, quizId }: { courseId: string | null; quizId?: string },
): Promise<AssignmentRow[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT a."id" FROM "Assignment" a WHERE a."courseId" = ?${quizId === undefined ? '' : ' OR a."rule" LIKE ?'}`,
    ...[courseId ?? '', ...(quizId === undefined ? [] : [`%"${quizId}"%`])],
  );
  return load(sql, rows);
}
