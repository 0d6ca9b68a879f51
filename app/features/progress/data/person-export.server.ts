import { instantText, type PersonDataValue } from '#app/kernel/person-data.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

type Row = Record<string, PersonDataValue>;

/** The instants of raw rows as texts; everything else as it is. */
const readable = (rows: readonly Record<string, unknown>[], instants: readonly string[]): Row[] =>
  rows.map((row) => ({
    ...(row as Row),
    ...Object.fromEntries(instants.map((name) => [name, instantText(instantOf(row[name] as RawInstant))])),
  }));

/** Where a person stands or stood in each assignment. */
export async function listEnrolmentsForExport(sql: Sql, personId: string): Promise<Row[]> {
  const rows = await sql.all<Record<string, unknown>>(
    `SELECT a."title" AS "assignment", e."status", e."classification", e."bestGrade" AS "grade", e."lessonsRead",
            e."enrolledAt", e."startedAt", e."completedAt", e."releasedAt", e."exemptReason", e."exemptAt", e."extendedDueAt",
            e."extendReason"
       FROM "Enrolment" e JOIN "Assignment" a ON a."id" = e."assignmentId" WHERE e."personId" = ?
      ORDER BY e."enrolledAt", a."id"`,
    personId,
  );
  return readable(rows, ['enrolledAt', 'startedAt', 'completedAt', 'releasedAt', 'exemptAt', 'extendedDueAt']);
}

/** Which lessons a person opened and read. */
export async function listReadingsForExport(sql: Sql, personId: string): Promise<Row[]> {
  const rows = await sql.all<Record<string, unknown>>(
    `SELECT c."title" AS "course", l."title" AS "lesson", r."openedAt", r."readAt" FROM "LessonRead" r
       JOIN "Lesson" l ON l."id" = r."lessonId" JOIN "Course" c ON c."id" = r."courseId"
      WHERE r."personId" = ? ORDER BY r."openedAt", l."id"`,
    personId,
  );
  return readable(rows, ['openedAt', 'readAt']);
}
