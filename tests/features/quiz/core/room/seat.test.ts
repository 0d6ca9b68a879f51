import { describe, expect, it, test } from 'vitest';
import { freeNumbers, isGap, seatStateAt } from '#app/features/quiz/core/room/seat.ts';
import { at } from '../attempts.ts';

describe('A seat', () => {
  test.each([
    ['has nobody before the first sign', null, null, null, at(0), 'not-arrived', null],
    ['has nobody while only its paper lies there', null, null, 'prepared', at(0), 'not-arrived', null],
    ['waits from the arrival', at(0), at(0), 'prepared', at(45), 'waiting', 45],
    ['is silent after more than 45 seconds', at(0), at(0), 'prepared', at(46), 'silent', 46],
    ['works', at(0), at(90), 'in-progress', at(100), 'working', 10],
    ['works in the grace too', at(0), at(90), 'overdue', at(100), 'working', 10],
    ['falls silent at work', at(0), at(90), 'in-progress', at(200), 'silent', 110],
    ['works though it was never seen in a lobby', null, null, 'in-progress', at(10), 'working', 0],
    ['owes no signs after the submission', at(0), at(90), 'submitted', at(9000), 'submitted', null],
    ['owes none after grading', at(0), at(90), 'graded', at(9000), 'submitted', null],
    ['is voided with its attempt', at(0), at(90), 'abandoned', at(100), 'voided', null],
    ['is not seen in the future by a clock that was set back', at(0), at(90), 'in-progress', at(50), 'working', 0],
  ] as const)('%s', (_title, arrivedAt, lastSeenAt, attempt, now, state, silentSeconds) => {
    expect(seatStateAt({ arrivedAt, lastSeenAt, attempt }, now)).toEqual({ state, silentSeconds });
  });

  it('owes no signs once the session is closed, though its person came and never began', () => {
    const seat = { arrivedAt: at(0), lastSeenAt: at(0), attempt: null };
    expect(seatStateAt(seat, at(9000)).state).toBe('silent');
    expect(seatStateAt({ ...seat, isOver: true }, at(9000))).toEqual({ state: 'waiting', silentSeconds: null });
  });
});

describe('Signs of life', () => {
  it('leave a gap when they are more than 45 seconds apart', () => {
    expect(isGap(at(0), at(45))).toBe(false);
    expect(isGap(at(0), at(45.001))).toBe(true);
  });
});

describe('Seat numbers', () => {
  test.each([
    [[], 3, [1, 2, 3]],
    [[1, 2, 4], 3, [3, 5, 6]],
    [[2], 0, []],
  ])('beside %j, %i more are %j', (taken, count, expected) => {
    expect(freeNumbers(taken, count)).toEqual(expected);
  });
});
