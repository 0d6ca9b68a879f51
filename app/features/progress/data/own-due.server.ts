import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { isOwing, statuses } from '../core/status.ts';

/** By how much people with a due date of their own change the number of those who are late by the common date. */
export interface LateCorrection {
  unitId: string;
  /** Signed: an extension takes one away, a renewal that is over adds one where there is no common date. */
  by: number;
  /** The earliest own date that is over, where it adds. */
  since: Date | null;
}

const owing = statuses.filter(isOwing);

/**
 * The corrections of an assignment for the own people of each unit within the scope, now. Late people of a unit = those who
 * owe, if the common date is over, plus `by`. Cost: the people with an own date in this assignment.
 */
export async function listLateCorrections(
  sql: Sql,
  { assignmentId, dueAt }: { assignmentId: string; dueAt: Date | null },
  scope: readonly UnitPath[],
  now: Date,
): Promise<LateCorrection[]> {
  if (dueAt !== null && now <= dueAt) return [];
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ unitId: string; people: number; since: RawInstant }>(
    `SELECT e."unitId", COUNT(*) AS "people", MIN(e."extendedDueAt") AS "since"
       FROM "Enrolment" e JOIN "Unit" u ON u."id" = e."unitId"
      WHERE e."assignmentId" = ? AND e."extendedDueAt" ${dueAt === null ? '<' : '>='} ? AND e."releasedAt" IS NULL
        AND e."status" IN (${owing.map(() => '?').join(', ')}) AND ${within.text}
      GROUP BY e."unitId"`,
    ...[assignmentId, now, ...owing, ...within.values],
  );
  const sign = dueAt === null ? 1 : -1;
  return rows.map(({ unitId, people, since }) => ({
    unitId,
    by: sign * Number(people),
    since: sign === 1 ? instantOf(since) : null,
  }));
}

/** What holds for one person alone, in the assignments where something does. What asks for a quiz alone makes no lesson unread. */
export async function listOwnTerms(
  sql: Sql,
  personId: string,
): Promise<
  { assignmentId: string; courseId: string; ownDueAt: Date | null; countsFromAt: Date | null; isExempt: boolean }[]
> {
  const rows = await sql.all<{
    assignmentId: string;
    courseId: string;
    ownDueAt: RawInstant;
    countsFromAt: RawInstant;
    isExempt: number | boolean;
  }>(
    `SELECT e."assignmentId", a."courseId", e."extendedDueAt" AS "ownDueAt",
            CASE WHEN a."rule" LIKE '%"lessons":"all"%' THEN e."countsFromAt" END AS "countsFromAt",
            e."exemptReason" IS NOT NULL AS "isExempt"
       FROM "Enrolment" e JOIN "Assignment" a ON a."id" = e."assignmentId"
      WHERE e."personId" = ? AND e."releasedAt" IS NULL
        AND (e."extendedDueAt" IS NOT NULL OR e."countsFromAt" IS NOT NULL OR e."exemptReason" IS NOT NULL)`,
    personId,
  );
  return rows.map((row) => ({
    ...row,
    ownDueAt: instantOf(row.ownDueAt),
    countsFromAt: instantOf(row.countsFromAt),
    isExempt: booleanOf(row.isExempt),
  }));
}
