import type { Sql } from '#app/platform/db/sql.server.ts';

/** Whether anybody's attempt has a deadline that is still to come. */
export async function hasCountedTime(sql: Sql, at: Date): Promise<boolean> {
  const row = await sql.get(
    `SELECT 1 AS one FROM "Attempt" WHERE "state" = 'in-progress' AND "deadlineAt" > ? LIMIT 1`,
    at,
  );
  return row !== undefined;
}
