import type { Sql } from '#app/platform/db/sql.server.ts';
import { type AttemptStanding, type RawStanding, standingColumns, standingOf } from '../attempts.server.ts';

/** Where an attempt stands, without its answers, or null. One statement. */
export async function findStanding(sql: Sql, attemptId: string): Promise<AttemptStanding | null> {
  const row = await sql.get<RawStanding>(`SELECT ${standingColumns} FROM "Attempt" a WHERE a."id" = ?`, attemptId);
  return row ? standingOf(row) : null;
}

/** The session in which an attempt was voided, with its instant, or null for one that was not. */
export async function findVoided(
  sql: Sql,
  attemptId: string,
): Promise<{ standing: AttemptStanding; sessionId: string | null } | null> {
  const row = await sql.get<RawStanding & { sessionId: string | null }>(
    `SELECT ${standingColumns}, a."sessionId" FROM "Attempt" a WHERE a."id" = ? AND a."state" = 'abandoned'`,
    attemptId,
  );
  return row ? { standing: standingOf(row), sessionId: row.sessionId } : null;
}
