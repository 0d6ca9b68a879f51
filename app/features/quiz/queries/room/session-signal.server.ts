import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type SessionState, sessionStateAt } from '../../core/room/session.ts';
import { clockAt, secondsLeft } from '../../core/timing.ts';
import { findAnySession } from '../../data/room/sessions.server.ts';
import { findOwnSeat } from '../../data/room/sittings.server.ts';

/** What a browser in a session is told. */
export interface SessionSignal {
  state: SessionState;
  /** Until the planned release, by the server's clock. */
  plannedInSeconds: number;
  /** Of the own running attempt; null without one, or without a deadline. */
  secondsLeft: number | null;
  isPaused: boolean;
}

/** How the session and the own attempt stand now. Throws not-found for who has no seat. */
export async function sessionSignal(actor: Actor, sessionId: string): Promise<SessionSignal> {
  const seat = await findOwnSeat(database().sql, sessionId, actor.personId);
  if (!seat) throw new AppError('not-found');
  const at = now();
  const { session, attempt } = seat;
  const isRunning = attempt?.state === 'in-progress';
  return {
    state: sessionStateAt(session, at),
    plannedInSeconds: secondsLeft(session.plannedAt, at) ?? 0,
    secondsLeft: isRunning ? secondsLeft(attempt.deadlineAt, clockAt(at, attempt.pausedAt)) : null,
    isPaused: isRunning && attempt.pausedAt !== null,
  };
}

interface Watch {
  readonly waiters: Set<(state: SessionState | null) => void>;
  state: SessionState | null;
}

const watches = new Map<string, Watch>();
const lookEveryMs = 250;

/**
 * Resolves once the state of a session is another than the one that is known, or when the time is up. However many wait
 * in this process, one statement every quarter of a second looks for all of them; a release in another process is seen
 * the same way.
 */
export function waitForState(sessionId: string, known: SessionState, mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const watch = watches.get(sessionId) ?? start(sessionId);
    const leave = () => {
      clearTimeout(timer);
      watch.waiters.delete(hear);
      resolve();
    };
    const hear = (state: SessionState | null) => {
      if (state !== known) leave();
    };
    const timer = setTimeout(leave, mostMs);
    watch.waiters.add(hear);
    // Who comes with an old state is told at once, without another look.
    if (watch.state !== null) hear(watch.state);
  });
}

function start(sessionId: string): Watch {
  const watch: Watch = { waiters: new Set(), state: null };
  watches.set(sessionId, watch);
  void look(sessionId, watch);
  return watch;
}

async function look(sessionId: string, watch: Watch): Promise<void> {
  while (watch.waiters.size > 0 || watch.state === null) {
    try {
      const session = await findAnySession(database().sql, sessionId);
      watch.state = session ? sessionStateAt(session, now()) : 'closed';
      for (const hear of [...watch.waiters]) hear(watch.state);
    } catch {
      // The database is away for a moment: those who wait go on waiting, and ask again when their time is up.
      watch.state ??= 'planned';
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  watches.delete(sessionId);
}
