import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type HeldSeat, holdSeat } from './room-attempts.server.ts';
import { holdSession, type StoredSession } from './sessions.server.ts';

/**
 * The session of an action, held until its transaction ends, so that the actions of two examiners follow one another.
 * Throws not-found for a session outside of the scope.
 */
export async function holdRoom(sql: Sql, scope: readonly UnitPath[], sessionId: string): Promise<StoredSession> {
  const session = await holdSession(sql, scope, sessionId);
  if (!session) throw new AppError('not-found');
  return session;
}

/** The same with one seat of it and the attempt that counts there now. Throws not-found for who has no seat in it. */
export async function holdRoomSeat(
  sql: Sql,
  scope: readonly UnitPath[],
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<{ session: StoredSession; seat: HeldSeat }> {
  const session = await holdRoom(sql, scope, sessionId);
  const seat = await holdSeat(sql, sessionId, personId);
  if (!seat) throw new AppError('not-found');
  return { session, seat };
}

/** Whether an action with this key stands in the log of the session, which the caller holds: the form was sent twice. */
export async function isDone(sql: Sql, sessionId: string, key: string): Promise<boolean> {
  const row = await sql.get(
    'SELECT 1 AS "one" FROM "AuditEvent" WHERE "subjectId" = ? AND "details" LIKE ? LIMIT 1',
    ...[sessionId, `%"key":${JSON.stringify(key)}%`],
  );
  return row !== undefined;
}
