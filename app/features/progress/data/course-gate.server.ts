import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/**
 * Study and enrolment meet here. Who studies passes the gate of the course (and quiz) with everybody else; who enrols
 * people closes it until the commit. So an answer that is given at the very moment of enrolment is seen by one of the
 * two: it either was there when the enrolment was judged, or finds the enrolment. The same gate keeps the way up from a
 * unit while its people are counted: who moves a unit closes it, and paths are read behind it. Locks are taken in one order
 * everywhere: units, quizzes, courses, enrolments, counters.
 */
export async function passGate(sql: Sql, { courseId, quizId }: { courseId: string | null; quizId?: string }) {
  // SQLite has one writer: whoever writes is alone.
  if (sql.forShare === '') return;
  if (quizId) await sql.get(`SELECT "id" FROM "Quiz" WHERE "id" = ?${sql.forShare}`, quizId);
  if (courseId) await sql.get(`SELECT "id" FROM "Course" WHERE "id" = ?${sql.forShare}`, courseId);
}

/** The same for who begins with the assignment. */
export async function passGateOf(sql: Sql, assignmentId: string): Promise<void> {
  if (sql.forShare === '') return;
  await sql.get(
    `SELECT "id" FROM "Course" WHERE "id" = (SELECT "courseId" FROM "Assignment" WHERE "id" = ?)${sql.forShare}`,
    assignmentId,
  );
}

/** Keeps study of these courses and quizzes waiting until the transaction ends. */
export async function closeGate(sql: Sql, asked: readonly { courseId: string; rule: CompletionRule }[]) {
  if (sql.forUpdate === '') return;
  for (const id of sorted(asked.flatMap(({ rule }) => rule.quizIds)))
    await sql.get(`SELECT "id" FROM "Quiz" WHERE "id" = ?${sql.forUpdate}`, id);
  for (const id of sorted(asked.map(({ courseId }) => courseId)))
    await sql.get(`SELECT "id" FROM "Course" WHERE "id" = ?${sql.forUpdate}`, id);
}

const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();
