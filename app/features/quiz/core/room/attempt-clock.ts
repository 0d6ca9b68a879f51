import { type Attempt, stateAt } from '../attempt.ts';
import { clockAt } from '../timing.ts';

/** The part of an attempt that an examiner may change while somebody works. */
export interface AttemptClock {
  readonly deadlineAt: Date | null;
  readonly pausedAt: Date | null;
  /** All that was ever added to the deadline, in seconds: by hand, for an outage, for a pause. */
  readonly extraSeconds: number;
}

export type ClockRefusal =
  | 'not-started'
  | 'ended'
  | 'voided'
  /** The attempt has no limit: there is nothing to add to. */
  | 'no-deadline'
  /** A correction finds nothing that it may take back. */
  | 'nothing-to-take';

export type ClockChange =
  /** `seconds`: by how much the deadline moved, negative for a correction. */
  | { readonly kind: 'done'; readonly clock: AttemptClock; readonly seconds: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: ClockRefusal };

/** A correction leaves at least this much: nobody's paper is taken away by it. */
export const LEFT_AFTER_CORRECTION_SECONDS = 60;

const refused = (reason: ClockRefusal) => ({ kind: 'refused', reason }) as const;

function refusalAt(attempt: Attempt, now: Date): ClockRefusal | null {
  switch (stateAt(attempt, now).state) {
    case 'prepared':
      return 'not-started';
    case 'in-progress':
    case 'overdue':
      return null;
    case 'submitted':
    case 'graded':
      return 'ended';
    case 'abandoned':
      return 'voided';
  }
}

/**
 * Adds seconds to a running attempt, in its grace too; takes some back where `seconds` is negative. What has ended gets
 * nothing: its result stands, and who shall sit longer is let start again.
 *
 * A correction takes back at most what was added before, and leaves at least a minute: a deadline never moves into the past.
 */
export function giveSeconds(attempt: Attempt, clock: AttemptClock, seconds: number, now: Date): ClockChange {
  const reason = refusalAt(attempt, now);
  if (reason) return refused(reason);
  const { deadlineAt, extraSeconds } = clock;
  if (deadlineAt === null) return refused('no-deadline');
  const moved = seconds >= 0 ? seconds : -takeable(clock, deadlineAt, -seconds, now);
  if (moved === 0) return seconds < 0 ? refused('nothing-to-take') : { kind: 'unchanged' };
  return { kind: 'done', seconds: moved, clock: { ...clock, ...later(deadlineAt, extraSeconds, moved) } };
}

function takeable(clock: AttemptClock, deadlineAt: Date, wanted: number, now: Date): number {
  const leftSeconds = Math.floor((deadlineAt.getTime() - clockAt(now, clock.pausedAt).getTime()) / 1000);
  return Math.max(0, Math.min(wanted, clock.extraSeconds, leftSeconds - LEFT_AFTER_CORRECTION_SECONDS));
}

const later = (deadlineAt: Date, extraSeconds: number, seconds: number) => ({
  deadlineAt: new Date(deadlineAt.getTime() + seconds * 1000),
  extraSeconds: extraSeconds + seconds,
});

/** Stops the clock of an attempt whose time is not up. A stopped one stays stopped since its first instant. */
export function pauseClock(attempt: Attempt, clock: AttemptClock, now: Date): ClockChange {
  const reason = refusalAt(attempt, now);
  if (reason) return refused(reason);
  if (clock.pausedAt !== null) return { kind: 'unchanged' };
  // In its grace an attempt has no time left that could be kept.
  if (stateAt(attempt, now).state === 'overdue') return refused('ended');
  return { kind: 'done', seconds: 0, clock: { ...clock, pausedAt: now } };
}

/**
 * Lets the clock run again. The deadline moves by the length of the pause, rounded up to whole seconds, so that nobody
 * has less than at the pause; an attempt without a deadline only goes on.
 */
export function resumeClock(attempt: Attempt, clock: AttemptClock, now: Date): ClockChange {
  const reason = refusalAt(attempt, now);
  if (reason) return refused(reason);
  const { pausedAt, deadlineAt, extraSeconds } = clock;
  if (pausedAt === null) return { kind: 'unchanged' };
  const running = { ...clock, pausedAt: null };
  if (deadlineAt === null) return { kind: 'done', seconds: 0, clock: running };
  const seconds = Math.max(0, Math.ceil((now.getTime() - pausedAt.getTime()) / 1000));
  return { kind: 'done', seconds, clock: { ...running, ...later(deadlineAt, extraSeconds, seconds) } };
}
