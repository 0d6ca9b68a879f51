import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { readCompletionRule } from '../../schema.ts';

/** An assignment as it stood at an instant: with the due date that it had then. */
export interface AssignmentAsOf {
  id: string;
  courseId: string;
  title: string;
  openAt: Date;
  dueAt: Date | null;
  closeAt: Date | null;
  rule: CompletionRule;
  /** False: for groups alone, as practice is. */
  isForUnits: boolean;
}

type Raw = Omit<AssignmentAsOf, 'openAt' | 'dueAt' | 'closeAt' | 'rule' | 'isForUnits'> & {
  units: number;
  openAt: RawInstant;
  dueAt: RawInstant;
  closeAt: RawInstant;
  rule: string;
  hadDue: number;
  formerDueAt: RawInstant;
};

/** The due date that was in force at an instant: the first former one that outlived it, else today's. Takes it twice. */
const former = (column: string) =>
  `(SELECT ${column} FROM "FormerDueDate" f WHERE f."assignmentId" = a."id" AND f."untilAt" > ?
     ORDER BY f."untilAt" LIMIT 1)`;

/**
 * The assignments that were open and in force at an instant and have ever counted anybody of the unit's subtree, newest
 * first. One statement; the unit's counters say it, whatever units and groups the audience named.
 */
export async function listAssignmentsAsOf(sql: Sql, unitId: string, asOf: Date): Promise<AssignmentAsOf[]> {
  const rows = await sql.all<Raw>(
    `SELECT a."id", a."courseId", a."title", a."openAt", a."dueAt", a."closeAt", a."rule",
            ${former('f."dueAt"')} AS "formerDueAt", COALESCE(${former('1')}, 0) AS "hadDue",
            (SELECT COUNT(*) FROM "AssignmentUnit" n WHERE n."assignmentId" = a."id") AS "units"
       FROM "Assignment" a
      WHERE a."openAt" <= ? AND (a."withdrawnAt" IS NULL OR a."withdrawnAt" > ?)
        AND EXISTS (SELECT 1 FROM "ProgressCounter" c WHERE c."assignmentId" = a."id" AND c."unitId" = ?)
      ORDER BY a."openAt" DESC, a."id"`,
    ...[asOf, asOf, asOf, asOf, unitId],
  );
  return rows.map(({ hadDue, formerDueAt, units, ...row }) => ({
    ...row,
    isForUnits: Number(units) > 0,
    openAt: instantOf(row.openAt)!,
    dueAt: instantOf(Number(hadDue) === 1 ? formerDueAt : row.dueAt),
    closeAt: instantOf(row.closeAt),
    rule: readCompletionRule(row.rule),
  }));
}
