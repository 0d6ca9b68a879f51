import { type Attempt, stateAt } from './attempt.ts';
import type { QuizSettings } from './settings.ts';

export type StartDecision =
  /** Begin attempt `number`; `preparedId` names the attempt whose paper lies ready, null where one must be drawn. */
  | { readonly kind: 'start'; readonly number: number; readonly preparedId: string | null }
  | { readonly kind: 'resume'; readonly attemptId: string }
  | { readonly kind: 'refused'; readonly reason: 'not-open'; readonly opensAt: Date }
  | { readonly kind: 'refused'; readonly reason: 'closed'; readonly closedAt: Date }
  | { readonly kind: 'refused'; readonly reason: 'no-attempts-left'; readonly attemptsAllowed: number }
  | { readonly kind: 'refused'; readonly reason: 'too-soon'; readonly until: Date };

export type StartSettings = Pick<
  QuizSettings,
  'openAt' | 'closeAt' | 'attemptsAllowed' | 'delayBetweenAttemptsSeconds'
>;

/**
 * What pressing "start" does at `now`, given the person's settings (after overrides) and previous attempts in any order.
 *
 * An open attempt is resumed before anything else is asked: nobody is shut out of a paper that is being written, and a
 * second press, tab or device finds the same attempt. An overdue one is open too, its last saves are still coming in.
 * Abandoned attempts and those of an earlier period do not use up the number allowed, but keep their numbers.
 */
export function mayStart(settings: StartSettings, previousAttempts: readonly Attempt[], now: Date): StartDecision {
  const attempts = previousAttempts.map((attempt) => stateAt(attempt, now));
  const open = attempts.find(({ state }) => state === 'in-progress' || state === 'overdue');
  if (open) return { kind: 'resume', attemptId: open.id };

  const { openAt, closeAt, attemptsAllowed } = settings;
  if (openAt !== null && now.getTime() < openAt.getTime()) {
    return { kind: 'refused', reason: 'not-open', opensAt: openAt };
  }
  if (closeAt !== null && now.getTime() >= closeAt.getTime()) {
    return { kind: 'refused', reason: 'closed', closedAt: closeAt };
  }
  const ended = attempts.filter(isEnded).filter(({ isFormer }) => !isFormer);
  if (attemptsAllowed > 0 && ended.length >= attemptsAllowed) {
    return { kind: 'refused', reason: 'no-attempts-left', attemptsAllowed };
  }
  if (ended.length > 0) {
    const lastMs = Math.max(...ended.map(({ submittedAt }) => submittedAt.getTime()));
    const untilMs = lastMs + settings.delayBetweenAttemptsSeconds * 1000;
    if (now.getTime() < untilMs) return { kind: 'refused', reason: 'too-soon', until: new Date(untilMs) };
  }
  const prepared = attempts.find(({ state }) => state === 'prepared');
  const number = prepared?.number ?? Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1;
  return { kind: 'start', number, preparedId: prepared?.id ?? null };
}

const isEnded = (attempt: Attempt) => attempt.state === 'submitted' || attempt.state === 'graded';
