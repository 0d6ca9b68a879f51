import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Attempt } from '../../core/attempt.ts';
import type { AttemptClock } from '../../core/room/attempt-clock.ts';
import { readQuizSettings } from '../../schema.ts';
import { attemptOf, type RawStanding, standingColumns, standingOf } from '../attempts.server.ts';

/** An attempt that an examiner may act on, held until the transaction ends. */
export interface RoomAttempt {
  personId: string;
  attempt: Attempt;
  clock: AttemptClock;
}

export type RoomAttemptRow = RawStanding & { personId: string; settings: string };

/** The table is called `a`. */
export const roomAttemptSelect = `SELECT ${standingColumns}, a."personId", a."settings" FROM "Attempt" a`;

export function roomAttemptOf(row: RoomAttemptRow): RoomAttempt {
  const standing = standingOf(row);
  const { deadlineAt, pausedAt, extraSeconds } = standing;
  const { graceSeconds } = readQuizSettings(row.settings);
  return {
    personId: row.personId,
    // How many slots the paper has plays no part in its time.
    attempt: attemptOf(standing, { slotCount: 0, graceSeconds }),
    clock: { deadlineAt, pausedAt, extraSeconds },
  };
}

/** The attempts of a session that are stored as running, in one order, so that two who hold them do not cross. */
export async function holdRunningAttempts(sql: Sql, sessionId: string): Promise<RoomAttempt[]> {
  const rows = await sql.all<RoomAttemptRow>(
    `${roomAttemptSelect}
     WHERE a."sessionId" = ? AND a."state" = 'in-progress' ORDER BY a."id"${sql.forUpdate}`,
    sessionId,
  );
  return rows.map(roomAttemptOf);
}

/** A seat with the attempt that counts in the session now. */
export interface HeldSeat {
  number: number;
  extraSeconds: number;
  attempt: RoomAttempt | null;
}

export async function holdSeat(sql: Sql, sessionId: string, personId: string): Promise<HeldSeat | null> {
  const seat = await sql.get<{ number: number; extraSeconds: number; attemptId: string | null }>(
    `SELECT "number", "extraSeconds", "attemptId" FROM "ExamSeat"
     WHERE "sessionId" = ? AND "personId" = ?${sql.forUpdate}`,
    ...[sessionId, personId],
  );
  if (!seat) return null;
  const row =
    seat.attemptId === null
      ? undefined
      : await sql.get<RoomAttemptRow>(`${roomAttemptSelect} WHERE a."id" = ?${sql.forUpdate}`, seat.attemptId);
  return { number: seat.number, extraSeconds: seat.extraSeconds, attempt: row ? roomAttemptOf(row) : null };
}

/** The attempt of a seat, without holding anything; null where there is none. */
export async function findSeatAttemptId(sql: Sql, sessionId: string, personId: string): Promise<string | null> {
  const row = await sql.get<{ attemptId: string | null }>(
    'SELECT "attemptId" FROM "ExamSeat" WHERE "sessionId" = ? AND "personId" = ?',
    ...[sessionId, personId],
  );
  return row?.attemptId ?? null;
}

export async function updateClock(sql: Sql, attemptId: string, clock: AttemptClock): Promise<void> {
  await sql.run(
    'UPDATE "Attempt" SET "deadlineAt" = ?, "pausedAt" = ?, "extraSeconds" = ? WHERE "id" = ?',
    ...[clock.deadlineAt, clock.pausedAt, clock.extraSeconds, attemptId],
  );
}

/** Takes an attempt out of the count; what was saved in it stays, for whoever must look into it. */
export async function updateAsAbandoned(sql: Sql, attemptId: string, abandonedAt: Date): Promise<void> {
  await sql.run(
    `UPDATE "Attempt" SET "state" = 'abandoned', "abandonedAt" = ?, "pausedAt" = NULL WHERE "id" = ?`,
    ...[abandonedAt, attemptId],
  );
}

export async function updateSeatExtra(
  sql: Sql,
  { sessionId, personId }: { sessionId: string; personId: string },
  extraSeconds: number,
): Promise<void> {
  await sql.run(
    'UPDATE "ExamSeat" SET "extraSeconds" = ? WHERE "sessionId" = ? AND "personId" = ?',
    ...[extraSeconds, sessionId, personId],
  );
}
