import { type Attempt, stateAt } from '../attempt.ts';
import type { ReviewMatrix } from '../review.ts';
import { type AttemptClock, giveSeconds } from './attempt-clock.ts';
import type { Loss } from './outage.ts';

/** What decides whether an attempt whose time ran out in an outage may be opened again. */
export interface ReopenFacts {
  /** It is the one that counts at its person's seat now. */
  readonly isOfSeat: boolean;
  /** The person has begun a later attempt at the quiz, wherever. */
  readonly hasLater: boolean;
  /** A marker has given a mark for one of its answers. */
  readonly hasMarks: boolean;
}

/** An attempt that giving an outage back may reach. */
export interface Givable {
  readonly attempt: Attempt;
  readonly clock: AttemptClock;
  readonly startedAt: Date;
  readonly facts: ReopenFacts;
}

/** Why somebody who lost time gets none back. */
export const KEPT_REASONS = ['ended', 'no-deadline', 'voided', 'another-attempt', 'seen', 'marked'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What giving an outage back does for one person; `seconds`: what the person gets. */
export type Share =
  | { readonly kind: 'given'; readonly clock: AttemptClock; readonly seconds: number }
  /** The time ran out in the silence: it runs again with what was left when that began. */
  | { readonly kind: 'reopened'; readonly clock: AttemptClock; readonly seconds: number }
  | { readonly kind: 'kept'; readonly reason: KeptReason };

export interface ShareContext {
  /** The quiz's, as it stands today. */
  readonly review: ReviewMatrix;
  /** The room's clock stands still: who is opened again waits with the others. */
  readonly isRoomPaused: boolean;
}

const kept = (reason: KeptReason) => ({ kind: 'kept', reason }) as const;

/**
 * Gives one person a loss back: seconds to a running attempt; an attempt whose time ran out in that silence runs again
 * with what was left. What ended otherwise stays ended, and an attempt that was begun since has lost nothing. `own`: the
 * person's attempts in the session.
 */
export function giveBack(own: readonly Givable[], loss: Loss, context: ShareContext, now: Date): Share {
  const one = attemptOfLoss(own, loss);
  if (!one) return kept('ended');
  const { attempt, clock } = one;
  const { state } = stateAt(attempt, now);
  const { deadlineAt } = clock;
  const isOpen = state === 'in-progress' || state === 'overdue';
  const hasRunOut = deadlineAt !== null && loss.untilAt >= deadlineAt;
  if (isOpen && !(state === 'overdue' && hasRunOut)) {
    const change = giveSeconds(attempt, clock, loss.seconds, now);
    if (change.kind === 'done') return { kind: 'given', clock: change.clock, seconds: change.seconds };
    return kept(change.kind === 'refused' && change.reason === 'no-deadline' ? 'no-deadline' : 'ended');
  }
  const reason = whyNotReopened(one, hasRunOut, context, now);
  if (reason !== null || deadlineAt === null) return kept(reason ?? 'ended');
  const { seconds } = loss;
  // Whole seconds, so that the deadline stays what limit, close and extra seconds say; rounded up for the person.
  const moved = Math.ceil((now.getTime() + seconds * 1000 - deadlineAt.getTime()) / 1000);
  return {
    kind: 'reopened',
    seconds,
    clock: {
      deadlineAt: new Date(deadlineAt.getTime() + moved * 1000),
      pausedAt: context.isRoomPaused ? now : null,
      extraSeconds: clock.extraSeconds + moved,
    },
  };
}

/** The newest that had begun when the person was silent. */
export function attemptOfLoss<One extends Givable>(own: readonly One[], { untilAt }: Loss): One | null {
  const begun = own.filter(({ startedAt }) => startedAt < untilAt);
  return begun.sort((a, b) => b.attempt.number - a.attempt.number)[0] ?? null;
}

function whyNotReopened(
  { attempt, facts }: Givable,
  hasRunOut: boolean,
  { review }: ShareContext,
  now: Date,
): KeptReason | null {
  const read = stateAt(attempt, now);
  if (read.state === 'abandoned') return 'voided';
  const isEnded = read.state === 'submitted' || read.state === 'graded';
  if (!hasRunOut || (isEnded && read.cause !== 'time')) return 'ended';
  if (!facts.isOfSeat || facts.hasLater) return 'another-attempt';
  if (facts.hasMarks) return 'marked';
  return isEnded && tellsKey(review) ? 'seen' : null;
}

/** Whether somebody who has ended may have seen, before the close, what of the own answers is right. */
function tellsKey(review: ReviewMatrix): boolean {
  const shown = [...review['just-after'], ...review['later-open']];
  return (['correctness', 'marks', 'explanation', 'right-answer'] as const).some((what) => shown.includes(what));
}

/** How many are kept for each reason. */
export function countKept(shares: readonly Share[]): Partial<Record<KeptReason, number>> {
  const counts: Partial<Record<KeptReason, number>> = {};
  for (const share of shares) if (share.kind === 'kept') counts[share.reason] = (counts[share.reason] ?? 0) + 1;
  return counts;
}
