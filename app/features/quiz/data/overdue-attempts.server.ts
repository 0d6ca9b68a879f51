import type { Sql } from '#app/platform/db/sql.server.ts';

export interface OverdueAttempt {
  attemptId: string;
  unitPath: string;
}

/** Attempts in progress whose deadline has come, the oldest deadline first. Some may still be within their grace. A clock
 * that an examiner has stopped runs out for nobody. */
export async function listOverdueAttempts(sql: Sql, at: Date, limit: number): Promise<OverdueAttempt[]> {
  return sql.all<OverdueAttempt>(
    `SELECT a."id" AS "attemptId", u."path" AS "unitPath" FROM "Attempt" a
     JOIN "Person" p ON p."id" = a."personId" JOIN "Unit" u ON u."id" = p."unitId"
     WHERE a."state" = 'in-progress' AND a."deadlineAt" <= ? AND a."pausedAt" IS NULL ORDER BY a."deadlineAt" LIMIT ${limit}`,
    at,
  );
}
