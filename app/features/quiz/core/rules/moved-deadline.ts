import type { QuizSettings } from '../settings.ts';
import { deadlineOf } from '../timing.ts';

export type Limits = Pick<QuizSettings, 'timeLimitSeconds' | 'closeAt'>;

export interface RunningClock {
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly extraSeconds: number;
}

export type MovedDeadline =
  /** The limits that decide the time are the same as before. */
  | { readonly kind: 'same' }
  | { readonly kind: 'moved'; readonly deadlineAt: Date | null }
  /** By the new limits the time would be up already: who does this must say so. It then ends now, not in the past. */
  | { readonly kind: 'ended'; readonly deadlineAt: Date };

/**
 * The deadline of a running attempt after its person's limits changed from `before` to `after`.
 *
 * The policy: a deadline follows the new limits and keeps all minutes given back. It is never moved into the past: what
 * was saved until now was saved in time. Whose limits are the same keeps the deadline, whatever else was changed.
 */
export function movedDeadline(clock: RunningClock, before: Limits, after: Limits, now: Date): MovedDeadline {
  const isSame =
    before.timeLimitSeconds === after.timeLimitSeconds && before.closeAt?.getTime() === after.closeAt?.getTime();
  if (isSame) return { kind: 'same' };
  const { startedAt, extraSeconds } = clock;
  const deadlineAt = deadlineOf({ startedAt, extraSeconds, ...after });
  if (deadlineAt !== null && deadlineAt.getTime() <= now.getTime()) return { kind: 'ended', deadlineAt: now };
  return deadlineAt?.getTime() === clock.deadlineAt?.getTime() ? { kind: 'same' } : { kind: 'moved', deadlineAt };
}
