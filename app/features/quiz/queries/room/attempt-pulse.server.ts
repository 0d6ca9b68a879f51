import type { Actor } from '#app/features/access/core/role.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../../core/attempt.ts';
import { noteFor, type PulseNote } from '../../core/room/pulse-note.ts';
import { secondsLeft } from '../../core/timing.ts';
import { findOwnPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { noteSign } from '../../data/room/presence.server.ts';
import { findStanding } from '../../data/room/standing.server.ts';

/** How an attempt in a room stands, as its own page asks every few seconds. */
export interface AttemptPulse {
  state: 'open' | 'ended';
  secondsLeft: number | null;
  deadlineAt: Date | null;
  isPaused: boolean;
  extraSeconds: number;
  /** Why the time is another than the page knew; null where it is the same. */
  note: (PulseNote & { seconds: number }) | null;
}

const timeOps = ['quiz.minutes-given', 'quiz.session-resumed', 'quiz.attempt-resumed'] as const;

/**
 * Hot path (one statement, and one more when minutes came): the pulse of the learner's own attempt, which is a sign of
 * life at the same time. `knownExtra`: the extra seconds that the page has told its learner of.
 */
export async function attemptPulse(actor: Actor, attemptId: string, knownExtra: number): Promise<AttemptPulse> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const standing = own && (await findStanding(sql, attemptId));
  if (!own || !standing) throw new AppError('not-found');
  const at = now();
  const { state } = stateAt(attemptOf(standing, pinnedOf(own)), at);
  const isOpen = state === 'in-progress' || state === 'overdue';
  if (own.sessionId !== null && isOpen) noteSign(own.sessionId, actor.personId, at);
  const { deadlineAt, pausedAt, extraSeconds } = standing;
  const gained = extraSeconds - knownExtra;
  const note =
    own.sessionId === null || gained === 0
      ? null
      : noteFor(await eventsAbout(sql, own.sessionId, timeOps, { limit: 50 }), actor.personId);
  return {
    state: isOpen ? 'open' : 'ended',
    secondsLeft: secondsLeft(deadlineAt, at, pausedAt),
    ...{ deadlineAt, isPaused: isOpen && pausedAt !== null, extraSeconds },
    note: note && { ...note, seconds: note.seconds ?? gained },
  };
}
