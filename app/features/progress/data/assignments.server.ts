import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import { ancestorsOf, pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { readAudienceFilter, readCompletionRule } from '../schema.ts';

/** An assignment as progress judges by it. */
export interface AssignmentRow {
  id: string;
  courseId: string;
  title: string;
  openAt: Date;
  dueAt: Date | null;
  closeAt: Date | null;
  withdrawnAt: Date | null;
  filter: AudienceFilter;
  rule: CompletionRule;
}

type Raw = {
  id: string;
  courseId: string;
  title: string;
  openAt: RawInstant;
  dueAt: RawInstant;
  closeAt: RawInstant;
  withdrawnAt: RawInstant;
  audience: string;
  rule: string;
};

const columns = ['id', 'courseId', 'title', 'openAt', 'dueAt', 'closeAt', 'withdrawnAt', 'audience', 'rule']
  .map((name) => `a."${name}"`)
  .join(', ');

function rowOf(raw: Raw): AssignmentRow {
  return {
    id: raw.id,
    courseId: raw.courseId,
    title: raw.title,
    openAt: instantOf(raw.openAt)!,
    dueAt: instantOf(raw.dueAt),
    closeAt: instantOf(raw.closeAt),
    withdrawnAt: instantOf(raw.withdrawnAt),
    filter: readAudienceFilter(raw.audience),
    rule: readCompletionRule(raw.rule),
  };
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

export async function findAssignment(sql: Sql, id: string): Promise<AssignmentRow | null> {
  const raw = await sql.get<Raw>(`SELECT ${columns} FROM "Assignment" a WHERE a."id" = ?`, id);
  return raw ? rowOf(raw) : null;
}

export async function listAssignments(sql: Sql): Promise<AssignmentRow[]> {
  return (await sql.all<Raw>(`SELECT ${columns} FROM "Assignment" a ORDER BY a."id"`)).map(rowOf);
}

/** The paths of the units that an assignment names; it reaches their subtrees. */
export async function listAudiencePaths(sql: Sql, assignmentId: string): Promise<UnitPath[]> {
  const rows = await sql.all<{ path: string }>(
    `SELECT u."path" FROM "AssignmentUnit" au JOIN "Unit" u ON u."id" = au."unitId" WHERE au."assignmentId" = ?`,
    assignmentId,
  );
  return rows.map((row) => row.path);
}

/** Assignments in force that reach the unit from itself or from above: what a person there is given. */
export async function listAssignmentsReaching(sql: Sql, path: UnitPath): Promise<AssignmentRow[]> {
  const paths = [...ancestorsOf(path), path];
  const rows = await sql.all<Raw>(
    `SELECT ${columns} FROM "Assignment" a
      WHERE a."withdrawnAt" IS NULL
        AND EXISTS (SELECT 1 FROM "AssignmentUnit" au JOIN "Unit" u ON u."id" = au."unitId"
                     WHERE au."assignmentId" = a."id" AND u."path" IN (${marks(paths)}))
      ORDER BY a."id"`,
    ...paths,
  );
  return rows.map(rowOf);
}

/** Assignments in force for anybody in the unit's subtree: named on it, above it, or below it. Newest due date first. */
export async function listAssignmentsTouching(sql: Sql, path: UnitPath): Promise<AssignmentRow[]> {
  const paths = [...ancestorsOf(path), path];
  const rows = await sql.all<Raw>(
    `SELECT ${columns} FROM "Assignment" a
      WHERE a."withdrawnAt" IS NULL
        AND EXISTS (SELECT 1 FROM "AssignmentUnit" au JOIN "Unit" u ON u."id" = au."unitId"
                     WHERE au."assignmentId" = a."id"
                       AND (u."path" IN (${marks(paths)}) OR (u."path" >= ? AND u."path" < ?)))
      ORDER BY a."openAt" DESC, a."id"`,
    ...paths,
    path,
    pathUpperBound(path),
  );
  return rows.map(rowOf);
}
