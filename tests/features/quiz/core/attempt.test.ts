import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { abandon, begin, grade, stateAt, submit } from '#app/features/quiz/core/attempt.ts';
import { abandoned, anyAttempt, anyMoment, at, graded, overdue, prepared, running, submitted } from './attempts.ts';

describe('An attempt reads at a moment', () => {
  test.each([
    ['in progress until the last millisecond', running, at(599.999), { state: 'in-progress' }],
    ['overdue from the deadline on', running, at(600), { state: 'overdue' }],
    ['overdue until the grace has passed', running, at(609.999), { state: 'overdue' }],
    [
      'submitted by time afterwards, dated to the deadline',
      running,
      at(610),
      { state: 'submitted', cause: 'time', submittedAt: at(600) },
    ],
    [
      'submitted by time a year later, dated to the deadline',
      running,
      at(3e7),
      { state: 'submitted', submittedAt: at(600) },
    ],
    [
      'submitted at the deadline itself without grace',
      { ...running, graceSeconds: 0 },
      at(600),
      { state: 'submitted' },
    ],
    ['in progress for ever without a deadline', { ...running, deadlineAt: null }, at(3e7), { state: 'in-progress' }],
    [
      'in progress again when lost minutes were given back',
      { ...overdue, deadlineAt: at(900) },
      at(605),
      { state: 'in-progress' },
    ],
    ['prepared however late it is', prepared, at(3e7), prepared],
    ['submitted as the learner did it', submitted, at(3e7), submitted],
    ['graded', graded, at(3e7), graded],
    ['abandoned', abandoned, at(3e7), abandoned],
  ])('%s', (_title, attempt, now, expected) => {
    expect(stateAt(attempt, now)).toMatchObject(expected);
  });

  it('as the same when it is read twice', () => {
    fc.assert(
      fc.property(anyAttempt, anyMoment, (attempt, now) => {
        const once = stateAt(attempt, now);
        expect(stateAt(once, now)).toEqual(once);
      }),
    );
  });
});

describe('A transition', () => {
  const clock = { deadlineAt: at(900), graceSeconds: 10 };
  test.each([
    [
      'begins a prepared attempt',
      begin(prepared, clock, at(5)),
      { kind: 'done', attempt: { state: 'in-progress', startedAt: at(5), ...clock } },
    ],
    [
      'leaves the clock of a running attempt alone',
      begin(running, clock, at(5)),
      { kind: 'unchanged', attempt: running },
    ],
    [
      'does not begin an attempt whose time is up',
      begin(running, clock, at(700)),
      { kind: 'refused', reason: 'already-started' },
    ],
    ['does not begin an abandoned attempt', begin(abandoned, clock, at(5)), { kind: 'refused', reason: 'abandoned' }],
    [
      'submits a running attempt now',
      submit(running, at(200)),
      { kind: 'done', attempt: { state: 'submitted', submittedAt: at(200), cause: 'learner' } },
    ],
    [
      'submits for a learner and says so',
      submit(running, at(200), 'examiner'),
      { kind: 'done', attempt: { cause: 'examiner' } },
    ],
    [
      'dates a submission in the grace to the deadline',
      submit(running, at(605)),
      { kind: 'done', attempt: { submittedAt: at(600), cause: 'time' } },
    ],
    [
      'dates a late submission to the deadline',
      submit(running, at(9000)),
      { kind: 'done', attempt: { submittedAt: at(600), cause: 'time' } },
    ],
    ['keeps the first submission', submit(submitted, at(500)), { kind: 'unchanged', attempt: submitted }],
    ['keeps a graded attempt', submit(graded, at(500)), { kind: 'unchanged', attempt: graded }],
    ['does not submit what never began', submit(prepared, at(5)), { kind: 'refused', reason: 'not-started' }],
    ['does not submit an abandoned attempt', submit(abandoned, at(500)), { kind: 'refused', reason: 'abandoned' }],
    [
      'grades a submitted attempt',
      grade(submitted, at(400)),
      { kind: 'done', attempt: { state: 'graded', gradedAt: at(400) } },
    ],
    [
      'grades an attempt that time has ended',
      grade(running, at(700)),
      { kind: 'done', attempt: { state: 'graded', submittedAt: at(600), cause: 'time' } },
    ],
    ['keeps the first grading', grade(graded, at(400)), { kind: 'unchanged', attempt: graded }],
    ['does not grade a running attempt', grade(running, at(400)), { kind: 'refused', reason: 'not-submitted' }],
    ['does not grade an abandoned attempt', grade(abandoned, at(400)), { kind: 'refused', reason: 'abandoned' }],
    [
      'abandons a submitted attempt',
      abandon(submitted, at(400)),
      { kind: 'done', attempt: { state: 'abandoned', abandonedAt: at(400) } },
    ],
    ['keeps the first abandonment', abandon(abandoned, at(900)), { kind: 'unchanged', attempt: abandoned }],
  ])('%s', (_title, outcome, expected) => {
    expect(outcome).toMatchObject(expected);
  });

  it('never dates a submission after the deadline', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const outcome = submit(running, now);
        expect(outcome.kind === 'done' && outcome.attempt.submittedAt <= at(600)).toBe(true);
      }),
    );
  });

  it('done twice is unchanged the second time', () => {
    fc.assert(
      fc.property(anyAttempt, anyMoment, (attempt, now) => {
        for (const transition of [submit, grade, abandon]) {
          const first = transition(attempt, now);
          if (first.kind === 'refused') continue;
          expect(transition(first.attempt, now)).toEqual({ kind: 'unchanged', attempt: first.attempt });
        }
      }),
    );
  });
});
