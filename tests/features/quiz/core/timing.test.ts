import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { deadlineOf, secondsLeft, timeOffered } from '#app/features/quiz/core/timing.ts';
import { at } from './attempts.ts';

describe('The deadline', () => {
  test.each([
    ['is none without limit and close', 0, null, 0, null],
    ['is start + limit without a close', 600, null, 0, at(600)],
    ['is the close without a limit', 0, at(900), 0, at(900)],
    ['is start + limit where that is earlier', 600, at(900), 0, at(600)],
    ['is the close where that is earlier', 600, at(300), 0, at(300)],
    ['moves by given-back minutes with the limit', 600, at(900), 120, at(720)],
    ['moves by given-back minutes past the close', 600, at(300), 120, at(420)],
    ['stays none with given-back minutes', 0, null, 120, null],
  ])('%s', (_title, timeLimitSeconds, closeAt, extraSeconds, expected) => {
    expect(deadlineOf({ startedAt: at(0), timeLimitSeconds, closeAt, extraSeconds })).toEqual(expected);
  });

  it('is never later than either of the two limits', () => {
    const seconds = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(seconds, seconds, seconds, (start, timeLimitSeconds, close) => {
        const deadline = deadlineOf({ startedAt: at(start), timeLimitSeconds, closeAt: at(close) })!;
        expect([at(start + timeLimitSeconds), at(close)]).toContainEqual(deadline);
        expect(deadline <= at(start + timeLimitSeconds) && deadline <= at(close)).toBe(true);
      }),
    );
  });
});

describe('The seconds left', () => {
  test.each([
    ['are all of them at the start', at(600), at(0), 600],
    ['round up, so that 0 is shown only when the time is up', at(600), at(599.001), 1],
    ['are 0 at the deadline', at(600), at(600), 0],
    ['stay 0 afterwards', at(600), at(9000), 0],
    ['are none without a deadline', null, at(0), null],
  ])('%s', (_title, deadlineAt, now, expected) => {
    expect(secondsLeft(deadlineAt, now)).toBe(expected);
  });
});

describe('The time offered before the start', () => {
  test.each([
    ['is unlimited', 0, null, { seconds: null, boundBy: 'none' }],
    ['is the limit', 600, at(900), { seconds: 600, boundBy: 'limit' }],
    ['is what the close leaves', 600, at(300), { seconds: 300, boundBy: 'close' }],
    ['is what the close leaves without a limit', 0, at(300), { seconds: 300, boundBy: 'close' }],
  ])('%s', (_title, timeLimitSeconds, closeAt, expected) => {
    expect(timeOffered({ timeLimitSeconds, closeAt }, at(0))).toEqual(expected);
  });
});
