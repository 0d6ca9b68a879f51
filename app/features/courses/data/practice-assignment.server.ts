import type { Sql } from '#app/platform/db/sql.server.ts';
import type { CompletionRule } from '../core/assignment.ts';

/** An assignment to one group, open from now. The group bears the same id; a second time nothing is changed. */
export async function insertGroupAssignment(
  sql: Sql,
  given: {
    id: string;
    courseId: string;
    title: string;
    dueAt: Date;
    rule: CompletionRule;
    groupId: string;
    createdById: string | null;
  },
  at: Date,
): Promise<void> {
  const { id, courseId, title, dueAt, rule, groupId, createdById } = given;
  await sql.run(
    `INSERT INTO "Assignment" ("id", "courseId", "title", "openAt", "dueAt", "audience", "rule", "createdById", "createdAt", "revision")
     VALUES (?, ?, ?, ?, ?, '{}', ?, ?, ?, 1) ON CONFLICT ("id") DO NOTHING`,
    ...[id, courseId, title, at, dueAt, JSON.stringify(rule), createdById, at],
  );
  await sql.run(
    `INSERT INTO "AssignmentGroup" ("assignmentId", "groupId") VALUES (?, ?)
     ON CONFLICT ("assignmentId", "groupId") DO NOTHING`,
    ...[id, groupId],
  );
}
