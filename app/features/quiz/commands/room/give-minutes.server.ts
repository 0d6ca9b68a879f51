import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { giveSeconds } from '../../core/room/attempt-clock.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { holdRoom, holdRoomSeat, isDone } from '../../data/room/held-room.server.ts';
import { holdRunningAttempts, updateClock, updateSeatExtra } from '../../data/room/room-attempts.server.ts';
import { listOpenSessionsOfQuiz, updateSessionExtra } from '../../data/room/session-clock.server.ts';
import { findSession } from '../../data/room/sessions.server.ts';

export type GiveOutcome =
  /** `seconds`: what was asked for the room, or by how much the one person's time really moved. */
  | { outcome: 'given'; reached: number; seconds: number }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

export interface Minutes extends Measure {
  /** Negative: a correction, which takes back at most what was given and leaves at least a minute. */
  seconds: number;
}

/**
 * Gives one person of a session minutes: to the running attempt, or where none was begun to the seat, for the start.
 * Who has submitted gets none: the result stands. The same key again is 'unchanged'.
 */
export async function giveMinutesToPerson(
  actor: Actor,
  { sessionId, personId, seconds, reason, key }: Minutes & { personId: string },
): Promise<GiveOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.minutes-given', async ({ sql, at, record, unchanged }) => {
    const done = (outcome: GiveOutcome) => {
      if (outcome.outcome !== 'given') unchanged();
      return outcome;
    };
    const { session, seat } = await holdRoomSeat(sql, scope, { sessionId, personId });
    if (session.closedAt !== null) return done({ outcome: 'refused', reason: 'session-closed' });
    if (await isDone(sql, sessionId, key)) return done({ outcome: 'unchanged' });
    const about = { target: 'person', personId, reason, key };
    const { attempt } = seat;
    if (attempt === null || attempt.attempt.state === 'prepared') {
      const extraSeconds = Math.max(0, seat.extraSeconds + seconds);
      const moved = extraSeconds - seat.extraSeconds;
      if (moved === 0) return done({ outcome: 'refused', reason: 'nothing-to-take' });
      await updateSeatExtra(sql, { sessionId, personId }, extraSeconds);
      record(sessionId, { ...about, seconds: moved }, session.unitPath);
      return done({ outcome: 'given', reached: 1, seconds: moved });
    }
    const change = giveSeconds(attempt.attempt, attempt.clock, seconds, at);
    if (change.kind === 'refused') return done({ outcome: 'refused', reason: change.reason });
    if (change.kind === 'unchanged') return done({ outcome: 'unchanged' });
    await updateClock(sql, attempt.attempt.id, change.clock);
    record(sessionId, { ...about, attemptId: attempt.attempt.id, seconds: change.seconds }, session.unitPath);
    return done({ outcome: 'given', reached: 1, seconds: change.seconds });
  });
}

/**
 * Gives everyone of a room minutes: all who work, and whoever begins later. Who has submitted gets none. A correction
 * takes from each at most what each was given. The same key again is 'unchanged'.
 */
export async function giveMinutesToRoom(
  actor: Actor,
  { sessionId, seconds, reason, key }: Minutes,
  target: 'room' | 'quiz' = 'room',
): Promise<GiveOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.minutes-given', async ({ sql, at, record, unchanged }) => {
    const session = await holdRoom(sql, scope, sessionId);
    const refusal = roomRefusal(session);
    if (refusal || (await isDone(sql, sessionId, key))) {
      unchanged();
      return refusal ? { outcome: 'refused', reason: refusal } : { outcome: 'unchanged' };
    }
    let reached = 0;
    for (const { attempt, clock } of await holdRunningAttempts(sql, sessionId)) {
      const change = giveSeconds(attempt, clock, seconds, at);
      if (change.kind !== 'done') continue;
      await updateClock(sql, attempt.id, change.clock);
      reached += 1;
    }
    await updateSessionExtra(sql, sessionId, Math.max(0, session.extraSeconds + seconds));
    record(sessionId, { target, seconds, reached, reason, key }, session.unitPath);
    return { outcome: 'given', reached, seconds };
  });
}

/**
 * The same for every released session of this session's quiz within the examiner's reach, each in its own transaction:
 * should one not be reached, the same key sent again reaches the rest and gives nobody twice.
 */
export async function giveMinutesToQuiz(actor: Actor, minutes: Minutes): Promise<GiveOutcome> {
  const scope = requireScope(actor, 'exam.run');
  const { sql } = database();
  const session = await findSession(sql, scope, minutes.sessionId);
  if (!session) throw new AppError('not-found');
  const sessionIds = await listOpenSessionsOfQuiz(sql, scope, session.quizId);
  const given: Extract<GiveOutcome, { outcome: 'given' }>[] = [];
  for (const sessionId of sessionIds) {
    const outcome = await giveMinutesToRoom(actor, { ...minutes, sessionId }, 'quiz');
    if (outcome.outcome === 'given') given.push(outcome);
  }
  if (sessionIds.length === 0) return { outcome: 'refused', reason: 'session-not-released' };
  if (given.length === 0) return { outcome: 'unchanged' };
  return { outcome: 'given', reached: given.reduce((sum, { reached }) => sum + reached, 0), seconds: minutes.seconds };
}
