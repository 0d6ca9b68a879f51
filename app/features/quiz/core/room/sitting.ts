import { deadlineOf } from '../timing.ts';
import { type SessionTimes, sessionStateAt } from './session.ts';

/** What a seat brings to the question whether its person may begin. */
export interface SeatRights {
  /** Granted to this person alone. */
  readonly extraSeconds: number;
  readonly arrivedAt: Date | null;
  /** An examiner has voided or closed an attempt of this person in this session and lets the person begin again. */
  readonly isRestart: boolean;
}

/** Who was there at the release is not late within so many seconds of it, even where nobody may be late. */
const PUNCTUAL_SECONDS = 120;

/**
 * Until when somebody may begin, null where only the close of the session ends it. Minutes given to the room or the
 * person move it too: who could not begin because of an outage is not late.
 */
export function lateUntil(
  session: Pick<SessionTimes, 'releasedAt' | 'lateMinutes' | 'extraSeconds'>,
  seat: Pick<SeatRights, 'extraSeconds' | 'arrivedAt'>,
): Date | null {
  const { releasedAt, lateMinutes } = session;
  if (releasedAt === null || lateMinutes === null) return null;
  const wasThere = seat.arrivedAt !== null && seat.arrivedAt.getTime() <= releasedAt.getTime();
  const allowed = Math.max(lateMinutes * 60, wasThere ? PUNCTUAL_SECONDS : 0);
  return new Date(releasedAt.getTime() + (allowed + session.extraSeconds + seat.extraSeconds) * 1000);
}

export type SittingRefusal =
  | { readonly kind: 'refused'; readonly reason: 'not-released' | 'paused' | 'session-closed' | 'quiz-closed' }
  | { readonly kind: 'refused'; readonly reason: 'too-late'; readonly until: Date };

export type BeginDecision =
  | { readonly kind: 'begin'; readonly deadlineAt: Date | null; readonly extraSeconds: number }
  | SittingRefusal;

/** The person's limits after overrides. A session's release stands in for the quiz's opening time. */
export interface SittingLimits {
  readonly timeLimitSeconds: number;
  readonly closeAt: Date | null;
}

/**
 * Whether the person of a seat may begin at `now`, and until when that attempt runs.
 *
 * The stated policy for late arrivals: the clock runs from the own start, so that who comes late has the quiz's whole
 * limit, up to the quiz's close; whoever comes later than `lateMinutes` after the release does not begin at all. Minutes
 * of the room and of the seat are added after that, as everywhere (`timing.ts`).
 */
export function mayBegin(session: SessionTimes, seat: SeatRights, limits: SittingLimits, now: Date): BeginDecision {
  const state = sessionStateAt(session, now);
  if (state === 'closed') return { kind: 'refused', reason: 'session-closed' };
  if (state === 'planned' || state === 'lobby') return { kind: 'refused', reason: 'not-released' };
  if (state === 'paused') return { kind: 'refused', reason: 'paused' };
  const until = lateUntil(session, seat);
  if (until !== null && !seat.isRestart && now.getTime() >= until.getTime()) {
    return { kind: 'refused', reason: 'too-late', until };
  }
  const extraSeconds = session.extraSeconds + seat.extraSeconds;
  const deadlineAt = deadlineOf({ startedAt: now, ...limits, extraSeconds });
  if (deadlineAt !== null && deadlineAt.getTime() <= now.getTime()) return { kind: 'refused', reason: 'quiz-closed' };
  return { kind: 'begin', deadlineAt, extraSeconds };
}

export type EnterDecision =
  | { readonly kind: 'enter' }
  | { readonly kind: 'refused'; readonly reason: 'too-early'; readonly opensAt: Date }
  | { readonly kind: 'refused'; readonly reason: 'session-closed' };

/** Whether somebody with a seat may come in now. Coming in late is allowed: whether to begin is `mayBegin`'s question. */
export function mayEnter(session: SessionTimes, now: Date): EnterDecision {
  const state = sessionStateAt(session, now);
  if (state === 'closed') return { kind: 'refused', reason: 'session-closed' };
  if (state === 'planned') return { kind: 'refused', reason: 'too-early', opensAt: session.lobbyAt };
  return { kind: 'enter' };
}
