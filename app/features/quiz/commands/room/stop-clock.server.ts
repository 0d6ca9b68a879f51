import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { pauseClock, resumeClock } from '../../core/room/attempt-clock.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { holdRoom, holdRoomSeat } from '../../data/room/held-room.server.ts';
import { holdRunningAttempts, updateClock } from '../../data/room/room-attempts.server.ts';
import { updateSessionPause } from '../../data/room/session-clock.server.ts';

export type ClockOutcome =
  | { outcome: 'done'; reached: number }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

type OfPerson = Measure & { personId: string };

/** Stops one person's clock; who is paused already stays so since the first instant. */
export async function pausePerson(actor: Actor, measure: OfPerson): Promise<ClockOutcome> {
  return changePerson(actor, measure, 'quiz.attempt-paused');
}

/**
 * Lets one person's clock run again, the deadline later by as long as it stood. While the whole room is paused that is
 * refused: it is the room that goes on.
 */
export async function resumePerson(actor: Actor, measure: OfPerson): Promise<ClockOutcome> {
  return changePerson(actor, measure, 'quiz.attempt-resumed');
}

function changePerson(
  actor: Actor,
  { sessionId, personId, reason, key }: OfPerson,
  op: 'quiz.attempt-paused' | 'quiz.attempt-resumed',
): Promise<ClockOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, op, async ({ sql, at, record, unchanged }) => {
    const refused = (why: RoomRefusal): ClockOutcome => {
      unchanged();
      return { outcome: 'refused', reason: why };
    };
    const { session, seat } = await holdRoomSeat(sql, scope, { sessionId, personId });
    const refusal = roomRefusal(session);
    if (refusal) return refused(refusal);
    if (!seat.attempt) return refused('not-started');
    const isResume = op === 'quiz.attempt-resumed';
    if (isResume && session.pausedAt !== null) return refused('room-paused');
    const { attempt, clock } = seat.attempt;
    const change = isResume ? resumeClock(attempt, clock, at) : pauseClock(attempt, clock, at);
    if (change.kind === 'refused') return refused(change.reason);
    if (change.kind === 'unchanged') {
      unchanged();
      return { outcome: 'unchanged' };
    }
    await updateClock(sql, attempt.id, change.clock);
    const about = { personId, attemptId: attempt.id, reason, key };
    const pause = isResume ? { pausedAt: clock.pausedAt, seconds: change.seconds } : {};
    record(sessionId, { ...about, ...pause }, session.unitPath);
    return { outcome: 'done', reached: 1 };
  });
}

/** Stops the clocks of everyone at work in the room; whoever would begin waits until it goes on. */
export async function pauseRoom(actor: Actor, { sessionId, reason, key }: Measure): Promise<ClockOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-paused', async ({ sql, at, record, unchanged }) => {
    const session = await holdRoom(sql, scope, sessionId);
    const refusal = roomRefusal(session);
    if (refusal || session.pausedAt !== null) {
      unchanged();
      return refusal ? { outcome: 'refused', reason: refusal } : { outcome: 'unchanged' };
    }
    await updateSessionPause(sql, sessionId, at);
    let reached = 0;
    for (const { attempt, clock } of await holdRunningAttempts(sql, sessionId)) {
      const change = pauseClock(attempt, clock, at);
      if (change.kind !== 'done') continue;
      await updateClock(sql, attempt.id, change.clock);
      reached += 1;
    }
    record(sessionId, { reached, reason, key }, session.unitPath);
    return { outcome: 'done', reached };
  });
}

/** Lets the room go on. Who was paused alone before the room was stays paused. */
export async function resumeRoom(actor: Actor, { sessionId, reason, key }: Measure): Promise<ClockOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-resumed', async ({ sql, at, record, unchanged }) => {
    const session = await holdRoom(sql, scope, sessionId);
    const refusal = roomRefusal(session);
    const { pausedAt } = session;
    if (refusal || pausedAt === null) {
      unchanged();
      return refusal ? { outcome: 'refused', reason: refusal } : { outcome: 'unchanged' };
    }
    await updateSessionPause(sql, sessionId, null);
    let reached = 0;
    let seconds = 0;
    for (const { attempt, clock } of await holdRunningAttempts(sql, sessionId)) {
      if (clock.pausedAt === null || clock.pausedAt < pausedAt) continue;
      const change = resumeClock(attempt, clock, at);
      if (change.kind !== 'done') continue;
      await updateClock(sql, attempt.id, change.clock);
      reached += 1;
      seconds = Math.max(seconds, change.seconds);
    }
    record(sessionId, { reached, pausedAt, seconds, reason, key }, session.unitPath);
    return { outcome: 'done', reached };
  });
}
