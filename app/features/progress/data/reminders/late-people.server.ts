import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { isOwing, type Status, statuses } from '../../core/status.ts';

/** A person who is late in one assignment. */
export interface LatePerson {
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  unitId: string;
  unitPath: UnitPath;
  status: Status;
  ownDueAt: Date | null;
}

const owing = statuses.filter(isOwing);

/** The people within the scope who are late in an assignment at an instant, own dates included, by unit and name. */
export async function listLatePeople(
  sql: Sql,
  { id, dueAt }: { id: string; dueAt: Date | null },
  scope: readonly UnitPath[],
  at: Date,
  limit: number,
): Promise<LatePerson[]> {
  const within = pathWithin('u."path"', scope);
  // Late by the common date unless an own one is still to come; without a common one by the own alone.
  const late =
    dueAt !== null && dueAt < at ? '(e."extendedDueAt" IS NULL OR e."extendedDueAt" < ?)' : 'e."extendedDueAt" < ?';
  if (dueAt !== null && dueAt >= at) return [];
  const rows = await sql.all<Omit<LatePerson, 'ownDueAt'> & { ownDueAt: RawInstant }>(
    `SELECT p."id" AS "personId", p."fullName", p."rank", p."position", u."id" AS "unitId", u."path" AS "unitPath",
            e."status", e."extendedDueAt" AS "ownDueAt"
       FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" JOIN "Unit" u ON u."id" = e."unitId"
      WHERE e."assignmentId" = ? AND e."releasedAt" IS NULL AND e."status" IN (${owing.map(() => '?').join(', ')})
        AND ${late} AND ${within.text}
      ORDER BY u."path", p."sortKey", p."id" LIMIT ?`,
    ...[id, ...owing, at, ...within.values, limit],
  );
  return rows.map((row) => ({ ...row, ownDueAt: instantOf(row.ownDueAt) }));
}
