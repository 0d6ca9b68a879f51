import { type Certification, isRenewable } from '#app/features/courses/core/certification.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { idsIn, rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { AssignmentRow } from '../assignments.server.ts';

/** A certificate whose renewal is to be opened. */
export interface DueRenewal {
  personId: string;
  expiresAt: Date;
}

/**
 * People whose certificate may be renewed from now on, the longest waiting first: they have completed, are in the audience,
 * and no attempt of theirs at a quiz of the rule is open, which would be lost to them.
 */
export async function listDueRenewals(
  sql: Sql,
  { id, courseId, rule, certification }: AssignmentRow & { certification: Certification },
  at: Date,
  limit: number,
): Promise<DueRenewal[]> {
  // One that ends on a fixed day for everybody waits for a later day to be set.
  const before = certification.validity.kind === 'until' ? endOfDay(certification.validity.day) : null;
  const rows = await sql.all<{ personId: string; expiresAt: RawInstant }>(
    `SELECT c."personId", c."expiresAt" FROM "Certificate" c
       JOIN "Enrolment" e ON e."assignmentId" = c."assignmentId" AND e."personId" = c."personId"
      WHERE c."assignmentId" = ? AND c."courseId" = ? AND c."windowAt" <= ? AND c."revokedAt" IS NULL
        AND e."status" = 'completed' AND e."releasedAt" IS NULL
        AND (e."countsFromAt" IS NULL OR c."issuedAt" >= e."countsFromAt")${before ? ' AND c."expiresAt" < ?' : ''}
        AND NOT EXISTS (SELECT 1 FROM "Attempt" t WHERE t."personId" = c."personId" AND t."state" = 'in-progress'
                           AND t."number" > 0 AND t."quizId" IN (${idsIn(sql)}))
      ORDER BY c."windowAt", c."personId" LIMIT ?`,
    ...[id, courseId, at, ...(before ? [before] : []), JSON.stringify(rule.quizIds), limit],
  );
  return rows
    .map(({ personId, expiresAt }) => ({ personId, expiresAt: instantOf(expiresAt)! }))
    .filter(({ expiresAt }) => isRenewable(certification, expiresAt));
}

/**
 * From now on these enrolments count anew, and are due when their certificates end. What was done before is kept with the
 * certificate; the caller judges them anew.
 */
export async function openPeriods(
  sql: Sql,
  assignmentId: string,
  renewals: readonly DueRenewal[],
  at: Date,
): Promise<void> {
  const given = rowsOf(sql, { assignmentId: 'TEXT', personId: 'TEXT', expiresAt: 'INSTANT' });
  await sql.run(
    `WITH d AS (${given}) UPDATE "Enrolment"
        SET "countsFromAt" = ?, "completedAt" = NULL, "extendedDueAt" = d."expiresAt", "extendReason" = NULL,
            "extendedById" = NULL, "updatedAt" = ?
       FROM d WHERE "Enrolment"."assignmentId" = d."assignmentId" AND "Enrolment"."personId" = d."personId"`,
    ...[
      rowsParameter(
        sql,
        renewals.map(({ personId, expiresAt }) => [assignmentId, personId, expiresAt]),
      ),
      at,
      at,
    ],
  );
  await sql.run(
    `UPDATE "DueExtension" SET "endedAt" = ? WHERE "assignmentId" = ? AND "endedAt" IS NULL AND "personId" IN (${idsIn(sql)})`,
    ...[at, assignmentId, JSON.stringify(renewals.map(({ personId }) => personId))],
  );
  const fresh = rowsOf(sql, { id: 'TEXT', personId: 'TEXT', dueAt: 'INSTANT' });
  await sql.run(
    `WITH d AS (${fresh}) INSERT INTO "DueExtension" ("id", "assignmentId", "personId", "kind", "dueAt", "reason", "decidedAt")
     SELECT d."id", CAST(? AS TEXT), d."personId", 'renewal', d."dueAt", '', ${instantParameter(sql)} FROM d WHERE true`,
    ...[
      rowsParameter(
        sql,
        renewals.map(({ personId, expiresAt }) => [newId(), personId, expiresAt]),
      ),
      assignmentId,
      at,
    ],
  );
}

/** Between columns of a SELECT, PostgreSQL wants to know what a parameter is. */
const instantParameter = (sql: Sql) => (sql.provider === 'sqlite' ? '?' : 'CAST(? AS TIMESTAMP(3))');
