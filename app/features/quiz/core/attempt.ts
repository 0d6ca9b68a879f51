import { clockAt, graceEndOf } from './timing.ts';

/** What each state of an attempt has. `number` counts a person's attempts at a quiz from 1. */
interface Identity {
  readonly id: string;
  readonly number: number;
  /** How many slots the paper has; they are numbered from 1. */
  readonly slotCount: number;
}

interface Started extends Identity {
  readonly startedAt: Date;
  /** By `deadlineOf`, kept with the attempt and written anew whenever limits, overrides or given-back minutes change. */
  readonly deadlineAt: Date | null;
  readonly graceSeconds: number;
  /** Since when an examiner has stopped the clock; null or absent while it runs. */
  readonly pausedAt?: Date | null;
  /** It belongs to an earlier period, which a renewed certificate has closed: it uses up and earns nothing any more. */
  readonly isFormer?: boolean;
}

/** Who ended an attempt: the learner, the deadline, or an examiner on the learner's behalf. */
export type SubmissionCause = 'learner' | 'time' | 'examiner';

interface Ended extends Started {
  readonly submittedAt: Date;
  readonly cause: SubmissionCause;
}

export type PreparedAttempt = Identity & { readonly state: 'prepared' };
export type RunningAttempt = Started & { readonly state: 'in-progress' };
/** The deadline has come; only saves that were already on their way are taken. Never stored: it follows from the time. */
export type OverdueAttempt = Started & { readonly state: 'overdue' };
export type SubmittedAttempt = Ended & { readonly state: 'submitted' };
export type GradedAttempt = Ended & { readonly state: 'graded'; readonly gradedAt: Date };
/** Voided by an examiner, or prepared and never begun. It neither counts nor shows anything. */
export type AbandonedAttempt = Identity & { readonly state: 'abandoned'; readonly abandonedAt: Date };

/** One person's attempt at a quiz: prepared -> in-progress -> (overdue) -> submitted -> graded, or abandoned. */
export type Attempt =
  | PreparedAttempt
  | RunningAttempt
  | OverdueAttempt
  | SubmittedAttempt
  | GradedAttempt
  | AbandonedAttempt;
export type AttemptState = Attempt['state'];

/**
 * The attempt as it reads at `now`, whatever was last stored; each read of an attempt goes through here.
 *
 * A running attempt is overdue from its deadline on; when the grace has passed too, it is submitted with cause 'time',
 * and its submission is dated to the deadline: when a background job came by is nobody's working time. A paused attempt
 * reads as at the pause, however long that lasts. Idempotent.
 */
export function stateAt(attempt: Attempt, now: Date): Attempt {
  if (attempt.state !== 'in-progress' && attempt.state !== 'overdue') return attempt;
  const { deadlineAt, graceSeconds } = attempt;
  const clock = clockAt(now, attempt.pausedAt).getTime();
  if (deadlineAt === null || clock < deadlineAt.getTime()) return { ...attempt, state: 'in-progress' };
  if (clock < graceEndOf(deadlineAt, graceSeconds).getTime()) return { ...attempt, state: 'overdue' };
  return { ...attempt, state: 'submitted', submittedAt: deadlineAt, cause: 'time' };
}

/** What a transition answers: done, already so before (a repeated request is no error), or refused with the reason. */
export type Transition<To extends Attempt> =
  | { readonly kind: 'done'; readonly attempt: To }
  | { readonly kind: 'unchanged'; readonly attempt: To }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-started' | 'not-submitted' | 'already-started' | 'abandoned' | 'paused';
    };

const refused = <R extends string>(reason: R) => ({ kind: 'refused', reason }) as const;

/** Starts the clock of a prepared attempt. A second start of a running one is 'unchanged': the first start holds. */
export function begin(
  attempt: Attempt,
  clock: { readonly deadlineAt: Date | null; readonly graceSeconds: number },
  now: Date,
): Transition<RunningAttempt> {
  const read = stateAt(attempt, now);
  if (read.state === 'prepared') {
    const { deadlineAt, graceSeconds } = clock;
    return { kind: 'done', attempt: { ...read, state: 'in-progress', startedAt: now, deadlineAt, graceSeconds } };
  }
  if (read.state === 'in-progress') return { kind: 'unchanged', attempt: read };
  return refused(read.state === 'abandoned' ? 'abandoned' : 'already-started');
}

/**
 * Submits an attempt with what is saved. From the deadline on the cause is 'time' and the submission is dated to the
 * deadline, whoever asks. While the clock is stopped the learner's own submission is refused, once it cannot have been on
 * its way any more. 'done' says that the result is to be stored; 'unchanged' that it is stored already.
 */
export function submit(
  attempt: Attempt,
  now: Date,
  by: 'learner' | 'examiner' = 'learner',
): Transition<SubmittedAttempt | GradedAttempt> {
  if (attempt.state === 'submitted' || attempt.state === 'graded') return { kind: 'unchanged', attempt };
  if (attempt.state === 'prepared') return refused('not-started');
  if (attempt.state === 'abandoned') return refused('abandoned');
  if (by === 'learner' && isStopped(attempt, now)) return refused('paused');
  const { deadlineAt } = attempt;
  const isTimeUp = deadlineAt !== null && clockAt(now, attempt.pausedAt).getTime() >= deadlineAt.getTime();
  const end = isTimeUp
    ? ({ submittedAt: deadlineAt, cause: 'time' } as const)
    : ({ submittedAt: now, cause: by } as const);
  return { kind: 'done', attempt: { ...attempt, state: 'submitted', ...end } };
}

/** Whether the clock is stopped, and for longer than what was on its way can need. */
export function isStopped({ pausedAt, graceSeconds }: RunningAttempt | OverdueAttempt, now: Date): boolean {
  return pausedAt ? now.getTime() >= graceEndOf(pausedAt, graceSeconds).getTime() : false;
}

/** Marks a submitted attempt as graded. A graded one is 'unchanged' and keeps its first `gradedAt`. */
export function grade(attempt: Attempt, now: Date): Transition<GradedAttempt> {
  const read = stateAt(attempt, now);
  if (read.state === 'graded') return { kind: 'unchanged', attempt: read };
  if (read.state === 'submitted') return { kind: 'done', attempt: { ...read, state: 'graded', gradedAt: now } };
  return refused(read.state === 'abandoned' ? 'abandoned' : 'not-submitted');
}

/** Takes an attempt out of the count, from any state; the reason and the examiner stand in the audit log. */
export function abandon(attempt: Attempt, now: Date): Transition<AbandonedAttempt> {
  if (attempt.state === 'abandoned') return { kind: 'unchanged', attempt };
  const { id, number, slotCount } = attempt;
  return { kind: 'done', attempt: { id, number, slotCount, state: 'abandoned', abandonedAt: now } };
}
