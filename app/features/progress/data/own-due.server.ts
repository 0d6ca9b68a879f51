import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { isOwing, statuses } from '../core/status.ts';

/** By how much people with a due date of their own change the number of those who are late by the common date. */
export interface LateCorrection {
  unitId: string;
  unitPath: UnitPath;
  /** Signed: an extension takes one away, a renewal that is over adds one where there is no common date. */
  by: number;
  /** The earliest own date that is over, where it adds. */
  since: Date | null;
}

const owing = statuses.filter(isOwing);
const owingMarks = owing.map(() => '?').join(', ');

/**
 * The corrections of an assignment for the own people of each unit at or below `path`, as of an instant (null = now). Late
 * people of a unit = those who owe, if the common date is over, plus the sum of `by` along its path. Rows: units that have
 * such people; cost: the people with an own date in this assignment.
 */
export async function listLateCorrections(
  sql: Sql,
  { assignmentId, dueAt, path }: { assignmentId: string; dueAt: Date | null; path: UnitPath },
  now: Date,
  asOf: Date | null = null,
): Promise<LateCorrection[]> {
  const at = asOf ?? now;
  if (dueAt !== null && at <= dueAt) return [];
  const sign = dueAt === null ? 1 : -1;
  const compared = dueAt === null ? '<' : '>=';
  const range = [path, pathUpperBound(path)];
  type Row = { unitId: string; unitPath: string; people: number; since: RawInstant };
  const rows =
    asOf === null
      ? await sql.all<Row>(
          `SELECT e."unitId", u."path" AS "unitPath", COUNT(*) AS "people", MIN(e."extendedDueAt") AS "since"
             FROM "Enrolment" e JOIN "Unit" u ON u."id" = e."unitId"
            WHERE e."assignmentId" = ? AND e."extendedDueAt" ${compared} ? AND e."releasedAt" IS NULL
              AND e."status" IN (${owingMarks}) AND u."path" >= ? AND u."path" < ?
            GROUP BY e."unitId", u."path"`,
          ...[assignmentId, at, ...owing, ...range],
        )
      : await sql.all<Row>(
          `SELECT c."unitId", s."path" AS "unitPath", COUNT(*) AS "people", MIN(x."dueAt") AS "since"
             FROM "DueExtension" x
             JOIN "EnrolmentChange" c ON c."assignmentId" = x."assignmentId" AND c."personId" = x."personId"
              AND c."at" = (SELECT MAX(k."at") FROM "EnrolmentChange" k
                             WHERE k."assignmentId" = x."assignmentId" AND k."personId" = x."personId" AND k."at" <= ?)
             JOIN "UnitSpan" s ON s."unitId" = c."unitId" AND s."fromAt" <= ? AND (s."untilAt" IS NULL OR s."untilAt" > ?)
            WHERE x."assignmentId" = ? AND x."decidedAt" <= ? AND (x."endedAt" IS NULL OR x."endedAt" > ?)
              AND x."dueAt" ${compared} ? AND c."status" IN (${owingMarks}) AND s."path" >= ? AND s."path" < ?
            GROUP BY c."unitId", s."path"`,
          ...[at, at, at, assignmentId, at, at, at, ...owing, ...range],
        );
  return rows.map(({ unitId, unitPath, people, since }) => ({
    ...{ unitId, unitPath, by: sign * Number(people) },
    since: sign === 1 ? instantOf(since) : null,
  }));
}

/** The due dates that these assignments had at an instant, where they have been changed since; the others are as today. */
export async function listDueDatesThen(
  sql: Sql,
  assignmentIds: readonly string[],
  asOf: Date,
): Promise<Map<string, Date | null>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await sql.all<{ assignmentId: string; dueAt: RawInstant }>(
    `SELECT f."assignmentId", f."dueAt" FROM "FormerDueDate" f
      WHERE f."assignmentId" IN (${assignmentIds.map(() => '?').join(', ')}) AND f."untilAt" > ?
      ORDER BY f."assignmentId", f."untilAt" DESC`,
    ...assignmentIds,
    asOf,
  );
  // The last one of each assignment is the one whose end came first after the instant.
  return new Map(rows.map(({ assignmentId, dueAt }) => [assignmentId, instantOf(dueAt)]));
}
