import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { isOwing, statuses } from '../../core/status.ts';
import { listLateCorrections } from '../own-due.server.ts';

/** An assignment in force in which somebody may be late at `at`. */
export interface DueAssignment {
  id: string;
  title: string;
  dueAt: Date | null;
}

/** The assignments in force whose due date is over, or in which people have due dates of their own. */
export async function listDueAssignments(sql: Sql, at: Date): Promise<DueAssignment[]> {
  const rows = await sql.all<{ id: string; title: string; dueAt: RawInstant }>(
    `SELECT a."id", a."title", a."dueAt" FROM "Assignment" a
      WHERE a."withdrawnAt" IS NULL AND a."openAt" <= ? AND (a."closeAt" IS NULL OR a."closeAt" > ?)
        AND (a."dueAt" < ? OR (a."dueAt" IS NULL AND EXISTS (
              SELECT 1 FROM "Enrolment" e WHERE e."assignmentId" = a."id" AND e."extendedDueAt" < ?)))
      ORDER BY a."dueAt", a."id"`,
    ...[at, at, at, at],
  );
  return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt) }));
}

/** A unit whose own people are late in an assignment. */
export interface LateUnit {
  unitId: string;
  late: number;
  /** The due date that has been missed longest. */
  since: Date;
}

const owing = statuses.filter(isOwing);

/**
 * The units within the scope whose own people are late in an assignment now: from the counters, corrected by those who have
 * a due date of their own. Two small statements; cost by units and by own dates, never by people.
 */
export async function listLateUnits(
  sql: Sql,
  { id: assignmentId, dueAt }: Pick<DueAssignment, 'id' | 'dueAt'>,
  scope: readonly UnitPath[],
  at: Date,
): Promise<LateUnit[]> {
  const late = new Map<string, { late: number; since: Date }>();
  if (dueAt !== null && dueAt < at) {
    const within = pathWithin('u."path"', scope);
    const rows = await sql.all<{ unitId: string; people: number }>(
      `SELECT c."unitId", SUM(c."count") AS "people" FROM "ProgressCounter" c JOIN "Unit" u ON u."id" = c."unitId"
        WHERE c."assignmentId" = ? AND c."dimension" = 'status' AND c."key" IN (${owing.map(() => '?').join(', ')})
          AND c."count" > 0 AND ${within.text}
        GROUP BY c."unitId"`,
      ...[assignmentId, ...owing, ...within.values],
    );
    for (const { unitId, people } of rows) late.set(unitId, { late: Number(people), since: dueAt });
  }
  for (const { unitId, by, since } of await listLateCorrections(sql, { assignmentId, dueAt }, scope, at)) {
    const known = late.get(unitId);
    const first = known?.since ?? since ?? at;
    late.set(unitId, { late: (known?.late ?? 0) + by, since: since && since < first ? since : first });
  }
  return [...late].flatMap(([unitId, each]) => (each.late > 0 ? [{ unitId, ...each }] : []));
}
