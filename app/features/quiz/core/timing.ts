/**
 * Time belongs to the server: every `now` here is the server's clock, and the browser's clock changes nothing.
 *
 * The stated policy where two limits meet: an attempt ends at the earlier of "start + time limit" and the quiz's close.
 * Who starts late before the close has less time, and is told so before the start. Minutes that an examiner gives back
 * are added after that minimum is taken: an outage shortly before the close could not be made good otherwise.
 * An instant belongs to what begins with it: at the deadline itself the time is up.
 */
export interface DeadlineInput {
  readonly startedAt: Date;
  /** 0 means unlimited. */
  readonly timeLimitSeconds: number;
  readonly closeAt: Date | null;
  /** Minutes given back, in seconds. */
  readonly extraSeconds?: number;
}

/** When an attempt's time is up by the policy above; null where neither limit nor close is set. */
export function deadlineOf({ startedAt, timeLimitSeconds, closeAt, extraSeconds = 0 }: DeadlineInput): Date | null {
  const limit = timeLimitSeconds > 0 ? startedAt.getTime() + timeLimitSeconds * 1000 : Number.POSITIVE_INFINITY;
  const close = closeAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const earlier = Math.min(limit, close);
  return Number.isFinite(earlier) ? new Date(earlier + extraSeconds * 1000) : null;
}

/** What an attempt's own clock shows at `now`: it stands still from the instant of a pause on. */
export function clockAt(now: Date, pausedAt: Date | null | undefined): Date {
  return pausedAt && pausedAt.getTime() < now.getTime() ? pausedAt : now;
}

/**
 * Whole seconds until the deadline, 0 when it has come, null without a deadline. Rounded up: 0 is shown only at 0. While
 * the clock is stopped it is what was left at the pause.
 */
export function secondsLeft(deadlineAt: Date | null, now: Date, pausedAt: Date | null = null): number | null {
  if (deadlineAt === null) return null;
  return Math.max(0, Math.ceil((deadlineAt.getTime() - clockAt(now, pausedAt).getTime()) / 1000));
}

/** What a learner has who would start at `now`, and which of the two limits decides it (`none`: unlimited). */
export interface TimeOffered {
  readonly seconds: number | null;
  readonly boundBy: 'limit' | 'close' | 'none';
}

/** The time that somebody has who starts at `now`: for the page before the start, which names both limits. */
export function timeOffered(limits: Pick<DeadlineInput, 'timeLimitSeconds' | 'closeAt'>, now: Date): TimeOffered {
  const deadlineAt = deadlineOf({ startedAt: now, ...limits });
  if (deadlineAt === null) return { seconds: null, boundBy: 'none' };
  const isCloseFirst = limits.closeAt !== null && deadlineAt.getTime() === limits.closeAt.getTime();
  return { seconds: secondsLeft(deadlineAt, now), boundBy: isCloseFirst ? 'close' : 'limit' };
}

/** The last instant (exclusive) at which a save is still taken: the deadline and the network grace behind it. */
export function graceEndOf(deadlineAt: Date, graceSeconds: number): Date {
  return new Date(deadlineAt.getTime() + graceSeconds * 1000);
}
