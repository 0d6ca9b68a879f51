import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type RunningAttempt, stateAt, submit } from '#app/features/quiz/core/attempt.ts';
import {
  type AttemptClock,
  giveSeconds,
  LEFT_AFTER_CORRECTION_SECONDS,
  pauseClock,
  resumeClock,
} from '#app/features/quiz/core/room/attempt-clock.ts';
import { saveAnswer } from '#app/features/quiz/core/save-answer.ts';
import { secondsLeft } from '#app/features/quiz/core/timing.ts';
import { abandoned, at, graded, overdue, prepared, running, submitted } from '../attempts.ts';

const clock: AttemptClock = { deadlineAt: at(600), pausedAt: null, extraSeconds: 0 };
const paused: RunningAttempt = { ...running, pausedAt: at(100) };
const stopped: AttemptClock = { ...clock, pausedAt: at(100) };

describe('Seconds given', () => {
  test.each([
    [
      'move the deadline',
      running,
      clock,
      300,
      at(10),
      { seconds: 300, clock: { deadlineAt: at(900), extraSeconds: 300 } },
    ],
    [
      'add up',
      running,
      { ...clock, extraSeconds: 60 },
      30,
      at(10),
      { clock: { deadlineAt: at(630), extraSeconds: 90 } },
    ],
    ['reach who is in the grace', overdue, clock, 60, at(605), { clock: { deadlineAt: at(660) } }],
    [
      'reach who is paused, and leave the pause',
      paused,
      stopped,
      60,
      at(5000),
      { clock: { deadlineAt: at(660), pausedAt: at(100) } },
    ],
    [
      'taken back are at most what was given',
      running,
      { ...clock, extraSeconds: 100 },
      -300,
      at(10),
      { seconds: -100, clock: { deadlineAt: at(500), extraSeconds: 0 } },
    ],
    [
      'taken back leave a minute',
      running,
      { ...clock, extraSeconds: 300 },
      -300,
      at(400),
      { seconds: -140, clock: { deadlineAt: at(460), extraSeconds: 160 } },
    ],
  ])('%s', (_title, attempt, before, seconds, now, expected) => {
    expect(giveSeconds(attempt, before, seconds, now)).toMatchObject({ kind: 'done', ...expected });
  });

  test.each([
    ['a paper that was not begun', prepared, clock, 60, at(10), 'not-started'],
    ['a submitted attempt', submitted, clock, 60, at(310), 'ended'],
    ['a graded attempt', graded, clock, 60, at(310), 'ended'],
    ['an attempt whose grace has passed, swept or not', running, clock, 60, at(610), 'ended'],
    ['a voided attempt', abandoned, clock, 60, at(410), 'voided'],
    [
      'an attempt without a limit',
      { ...running, deadlineAt: null },
      { ...clock, deadlineAt: null },
      60,
      at(10),
      'no-deadline',
    ],
    ['a correction where nothing was given', running, clock, -60, at(10), 'nothing-to-take'],
    ['a correction in the last minute', running, { ...clock, extraSeconds: 300 }, -300, at(550), 'nothing-to-take'],
  ] as const)('are refused to %s', (_title, attempt, before, seconds, now, reason) => {
    expect(giveSeconds(attempt, before, seconds, now)).toEqual({ kind: 'refused', reason });
  });

  it('never bring a deadline into the past, and never take more than was given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: -4000, max: -1 }),
        fc.integer({ min: 0, max: 3600 }),
        (given, taken, second) => {
          const before = { deadlineAt: at(600 + given), pausedAt: null, extraSeconds: given };
          const attempt = { ...running, deadlineAt: before.deadlineAt };
          const change = giveSeconds(attempt, before, taken, at(second));
          if (change.kind !== 'done') return;
          const left = secondsLeft(change.clock.deadlineAt, at(second)) ?? 0;
          expect(left).toBeGreaterThanOrEqual(LEFT_AFTER_CORRECTION_SECONDS);
          expect(change.clock.extraSeconds).toBeGreaterThanOrEqual(0);
          expect(change.clock.deadlineAt!.getTime()).toBe(at(600 + change.clock.extraSeconds).getTime());
        },
      ),
    );
  });
});

describe('A pause', () => {
  test.each([
    ['stops the clock', pauseClock(running, clock, at(100)), { kind: 'done', clock: stopped }],
    ['that comes twice keeps its first instant', pauseClock(paused, stopped, at(200)), { kind: 'unchanged' }],
    ['is refused in the grace', pauseClock(overdue, clock, at(605)), { kind: 'refused', reason: 'ended' }],
    ['is refused to what has ended', pauseClock(submitted, clock, at(310)), { kind: 'refused', reason: 'ended' }],
    ['is refused before the start', pauseClock(prepared, clock, at(0)), { kind: 'refused', reason: 'not-started' }],
    [
      'of an attempt without a limit stops it too',
      pauseClock({ ...running, deadlineAt: null }, { ...clock, deadlineAt: null }, at(5)),
      { kind: 'done', clock: { pausedAt: at(5), deadlineAt: null } },
    ],
  ])('%s', (_title, change, expected) => {
    expect(change).toMatchObject(expected);
  });

  test.each([
    ['is as long as it was', at(400), 300, at(900)],
    ['of 0 seconds moves nothing', at(100), 0, at(600)],
    ['is rounded up to whole seconds', at(100.001), 1, at(601)],
    ['is never negative where the server clock was set back', at(40), 0, at(600)],
    ['lasts past the old deadline', at(50_000), 49_900, at(50_500)],
  ])('that ends %s', (_title, now, seconds, deadlineAt) => {
    expect(resumeClock(paused, stopped, now)).toEqual({
      kind: 'done',
      seconds,
      clock: { deadlineAt, pausedAt: null, extraSeconds: seconds },
    });
  });

  it('ends once', () => {
    expect(resumeClock(running, clock, at(400))).toEqual({ kind: 'unchanged' });
  });

  it('only goes on where there is no limit', () => {
    const change = resumeClock({ ...paused, deadlineAt: null }, { ...stopped, deadlineAt: null }, at(400));
    expect(change).toMatchObject({ kind: 'done', seconds: 0, clock: { extraSeconds: 0, pausedAt: null } });
  });

  it('keeps the time left as it was, however often and long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5000 })), { maxLength: 8 }),
        (pauses) => {
          let attempt: RunningAttempt = running;
          let own = clock;
          let now = 0;
          let worked = 0;
          for (const [work, rest] of pauses) {
            now += work;
            worked += work;
            const pause = pauseClock(attempt, own, at(now));
            if (pause.kind !== 'done') throw new Error('not paused');
            attempt = { ...attempt, ...pause.clock };
            now += rest;
            expect(secondsLeft(attempt.deadlineAt, at(now), attempt.pausedAt)).toBe(600 - worked);
            const resume = resumeClock(attempt, pause.clock, at(now));
            if (resume.kind !== 'done') throw new Error('not resumed');
            own = resume.clock;
            attempt = { ...attempt, ...own };
            expect(secondsLeft(attempt.deadlineAt, at(now))).toBe(600 - worked);
          }
        },
      ),
    );
  });
});

describe('A paused attempt', () => {
  const incoming = { slot: 1, response: 'a', sequence: 1 };
  it('does not time out', () => {
    expect(stateAt(paused, at(1e7))).toMatchObject({ state: 'in-progress' });
  });

  test.each([
    ['keeps what was on its way', at(109.999), { kind: 'kept' }],
    ['refuses later saves as paused', at(110), { kind: 'refused', reason: 'paused' }],
    ['refuses them after the old deadline as paused too', at(5000), { kind: 'refused', reason: 'paused' }],
  ])('%s', (_title, now, expected) => {
    expect(saveAnswer(paused, null, incoming, now)).toMatchObject(expected);
  });

  test.each([
    ['is not submitted by its learner', submit(paused, at(200)), { kind: 'refused', reason: 'paused' }],
    [
      'is submitted by a press that was on its way',
      submit(paused, at(105)),
      { kind: 'done', attempt: { cause: 'learner' } },
    ],
    [
      'is submitted by an examiner, who is not taken for the time',
      submit(paused, at(5000), 'examiner'),
      { kind: 'done', attempt: { cause: 'examiner', submittedAt: at(5000) } },
    ],
  ])('%s', (_title, change, expected) => {
    expect(change).toMatchObject(expected);
  });
});
