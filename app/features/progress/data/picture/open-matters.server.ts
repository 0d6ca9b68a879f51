import type { PlanPoint } from '#app/features/courses/core/plan.ts';
import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { readPlan } from '../../schema.picture.ts';

/** What an assignment plans, and whether completing it certifies anything. */
export async function findTerms(
  sql: Sql,
  assignmentId: string,
): Promise<{ plan: PlanPoint[] | null; certifies: boolean }> {
  const row = await sql.get<{ plan: string | null; certification: string | null }>(
    `SELECT "plan", "certification" FROM "Assignment" WHERE "id" = ?`,
    assignmentId,
  );
  return { plan: readPlan(row?.plan ?? null), certifies: (row?.certification ?? null) !== null };
}

/** Late units of the subtree before whom a notice lies that nobody has acknowledged. */
export async function countOpenNotices(sql: Sql, path: UnitPath, assignmentId: string): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM "LateNotice" l JOIN "Unit" u ON u."id" = l."unitId"
      WHERE l."assignmentId" = ? AND l."settledAt" IS NULL AND l."acknowledgedAt" IS NULL
        AND u."path" >= ? AND u."path" < ?`,
    assignmentId,
    path,
    pathUpperBound(path),
  );
  return Number(row?.n ?? 0);
}

/** A certificate (`c`) of an assignment that runs out and may be renewed at an instant: takes the id, and the instant twice. */
export const mayBeRenewed = `c."assignmentId" = ? AND c."windowAt" <= ? AND c."expiresAt" > ? AND c."revokedAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "Certificate" l WHERE l."personId" = c."personId" AND l."courseId" = c."courseId"
    AND l."issuedAt" > c."issuedAt" AND l."revokedAt" IS NULL)`;

/** People of the subtree whose certificate runs out and may be renewed now. */
export async function countRenewals(sql: Sql, path: UnitPath, assignmentId: string, at: Date): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM "Certificate" c JOIN "Person" p ON p."id" = c."personId" JOIN "Unit" u ON u."id" = p."unitId"
      WHERE ${mayBeRenewed} AND p."leftAt" IS NULL AND u."path" >= ? AND u."path" < ?`,
    ...[assignmentId, at, at, path, pathUpperBound(path)],
  );
  return Number(row?.n ?? 0);
}
