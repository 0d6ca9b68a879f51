import { describe, expect, it } from 'vitest';
import { decideMarks, nextRound } from '#app/features/quiz/core/marking/decide-marks.ts';

const marks = (...fractions: (number | undefined)[]) =>
  fractions.flatMap((fraction, index) => (fraction === undefined ? [] : [{ round: index + 1, fraction }]));

describe('what marks come to', () => {
  it.each([
    ['nobody yet', [], 1, 'first', null],
    ['one marker wanted: that mark', [0.6], 1, 'done', 0.6],
    ['one of two', [0.6], 2, 'second', null],
    ['two alike', [0.6, 0.6], 2, 'done', 0.6],
    ['two who agree: the mean', [0.5, 0.6], 2, 'done', 0.55],
    ['exactly as far apart as is allowed', [0.5, 0.7], 2, 'done', 0.6],
    ['exactly, with the noise of adding', [0.1 + 0.2, 0.5], 2, 'done', 0.4],
    ['a hair further', [0.5, 0.70001], 2, 'third', null],
    ['the third mark holds, not a mean', [0.2, 0.9, 0.4], 2, 'done', 0.4],
    ['the third counts even outside of both', [0.2, 0.9, 1], 2, 'done', 1],
    ['a second that came without a first waits for the first', [undefined, 0.5], 2, 'first', null],
  ] as const)('%s', (_what, given, markersWanted, state, fraction) => {
    const decision = decideMarks(marks(...given), { markersWanted, disagreementFraction: 0.2 });
    expect(decision).toEqual({ state, fraction });
  });

  it('lets nothing pass where no disagreement is allowed, and everything where it does not matter', () => {
    expect(decideMarks(marks(0.5, 0.51), { markersWanted: 2, disagreementFraction: 0 }).state).toBe('third');
    expect(decideMarks(marks(0, 1), { markersWanted: 2, disagreementFraction: 1 })).toEqual({
      state: 'done',
      fraction: 0.5,
    });
  });

  it('knows which mark comes next', () => {
    expect((['first', 'second', 'third', 'done'] as const).map(nextRound)).toEqual([1, 2, 3, null]);
  });
});
