import fc from 'fast-check';
import type {
  AbandonedAttempt,
  GradedAttempt,
  OverdueAttempt,
  PreparedAttempt,
  RunningAttempt,
  SubmittedAttempt,
} from '#app/features/quiz/core/attempt.ts';

/** An instant by its seconds after the start of the story: 0 is 08:00 in Việt Nam. */
export const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22, 1, 0, 0) + seconds * 1000);

const identity = { id: 'a1', number: 1, slotCount: 5 };
const started = { ...identity, startedAt: at(0), deadlineAt: at(600), graceSeconds: 10 };
const ended = { ...started, submittedAt: at(300), cause: 'learner' } as const;

/** One attempt of each stored state: started at 0, time up at 600, 10 seconds of grace, ended by the learner at 300. */
export const prepared: PreparedAttempt = { ...identity, state: 'prepared' };
export const running: RunningAttempt = { ...started, state: 'in-progress' };
export const overdue: OverdueAttempt = { ...started, state: 'overdue' };
export const submitted: SubmittedAttempt = { ...ended, state: 'submitted' };
export const graded: GradedAttempt = { ...ended, state: 'graded', gradedAt: at(310) };
export const abandoned: AbandonedAttempt = { ...identity, state: 'abandoned', abandonedAt: at(400) };

/** Any attempt of the story. */
export const anyAttempt = fc.constantFrom(
  prepared,
  running,
  { ...running, deadlineAt: null },
  submitted,
  graded,
  abandoned,
);
/** Any moment of the story, well before and after it too. */
export const anyMoment = fc.integer({ min: -1000, max: 5000 }).map(at);
