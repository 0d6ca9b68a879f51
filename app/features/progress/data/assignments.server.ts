import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { AudienceFilter } from '#app/features/courses/core/audience.ts';
import type { Certification } from '#app/features/courses/core/certification.ts';
import { ancestorsOf, idsOf, pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { readAudienceFilter, readCertification, readCompletionRule } from '../schema.ts';

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
  /** Null: completing it certifies nothing. */
  certification: Certification | null;
  /** False: for groups alone, as practice is. */
  isForUnits: boolean;
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
  certification: string | null;
  units: number;
};

const columns = [
  'id',
  'courseId',
  'title',
  'openAt',
  'dueAt',
  'closeAt',
  'withdrawnAt',
  'audience',
  'rule',
  'certification',
]
  .map((name) => `a."${name}"`)
  .join(', ')
  .concat(`, (SELECT COUNT(*) FROM "AssignmentUnit" n WHERE n."assignmentId" = a."id") AS "units"`);

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
    certification: readCertification(raw.certification),
    isForUnits: Number(raw.units) > 0,
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

/** The paths of the units that an assignment names, whose subtrees it reaches, and its groups. */
export async function listAudienceReach(
  sql: Sql,
  assignmentId: string,
): Promise<{ paths: UnitPath[]; groupIds: string[] }> {
  const units = await sql.all<{ path: string }>(
    `SELECT u."path" FROM "AssignmentUnit" au JOIN "Unit" u ON u."id" = au."unitId" WHERE au."assignmentId" = ?`,
    assignmentId,
  );
  const groups = await sql.all<{ groupId: string }>(
    `SELECT "groupId" FROM "AssignmentGroup" WHERE "assignmentId" = ?`,
    assignmentId,
  );
  return { paths: units.map(({ path }) => path), groupIds: groups.map(({ groupId }) => groupId) };
}

/**
 * Assignments in force that reach a person: from the own unit or one above, or through a group of the person's. What such
 * a person is given, as far as the filter lets through.
 */
export async function listAssignmentsReaching(sql: Sql, path: UnitPath, personId: string): Promise<AssignmentRow[]> {
  const paths = [...ancestorsOf(path), path];
  const rows = await sql.all<Raw>(
    `SELECT ${columns} FROM "Assignment" a
      WHERE a."withdrawnAt" IS NULL
        AND (EXISTS (SELECT 1 FROM "AssignmentUnit" au JOIN "Unit" u ON u."id" = au."unitId"
                      WHERE au."assignmentId" = a."id" AND u."path" IN (${marks(paths)}))
          OR EXISTS (SELECT 1 FROM "AssignmentGroup" ag JOIN "PersonGroupMember" m ON m."groupId" = ag."groupId"
                      WHERE ag."assignmentId" = a."id" AND m."personId" = ?))
      ORDER BY a."id"`,
    ...paths,
    personId,
  );
  return rows.map(rowOf);
}

/** The assignments in force at an instant that certify who completes them, of courses that can be studied. */
export async function listCertifying(sql: Sql, at: Date): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT a."id" FROM "Assignment" a JOIN "Course" c ON c."id" = a."courseId" AND c."state" = 'published'
      WHERE a."certification" IS NOT NULL AND a."withdrawnAt" IS NULL AND (a."closeAt" IS NULL OR a."closeAt" > ?)
      ORDER BY a."id"`,
    at,
  );
  return rows.map(({ id }) => id);
}

/** Whether any assignment in force names the group. */
export async function isAudience(sql: Sql, groupId: string): Promise<boolean> {
  const row = await sql.get(
    `SELECT 1 AS "found" FROM "AssignmentGroup" ag JOIN "Assignment" a ON a."id" = ag."assignmentId"
      WHERE ag."groupId" = ? AND a."withdrawnAt" IS NULL LIMIT 1`,
    groupId,
  );
  return row !== undefined;
}

/** Assignments in force for anybody in the unit's subtree: named on it, above it, below it, or through a group. Newest first. */
export async function listAssignmentsTouching(sql: Sql, path: UnitPath): Promise<AssignmentRow[]> {
  const paths = [...ancestorsOf(path), path];
  const rows = await sql.all<Raw>(
    `SELECT ${columns} FROM "Assignment" a
      WHERE a."withdrawnAt" IS NULL
        AND (EXISTS (SELECT 1 FROM "AssignmentUnit" au JOIN "Unit" u ON u."id" = au."unitId"
                      WHERE au."assignmentId" = a."id"
                        AND (u."path" IN (${marks(paths)}) OR (u."path" >= ? AND u."path" < ?)))
          OR EXISTS (SELECT 1 FROM "AssignmentGroup" ag
                       JOIN "ProgressCounter" c ON c."assignmentId" = ag."assignmentId" AND c."unitId" = ?
                      WHERE ag."assignmentId" = a."id" AND (c."total" > 0 OR c."count" > 0)))
      ORDER BY a."openAt" DESC, a."id"`,
    ...paths,
    path,
    pathUpperBound(path),
    idsOf(path).at(-1)!,
  );
  return rows.map(rowOf);
}
