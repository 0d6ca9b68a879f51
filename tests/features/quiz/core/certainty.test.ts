import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CERTAINTIES, type Certainty, earnedByCertainty } from '#app/features/quiz/core/certainty.ts';
import { roundMark } from '#app/features/quiz/core/grade.ts';

describe('What an answer earns under a certainty', () => {
  const table: [string, number, Certainty | null, number][] = [
    ['right, little sure', 1, 1, 0.33333],
    ['right, quite sure', 1, 2, 0.66667],
    ['right, very sure', 1, 3, 1],
    ['wrong, little sure', 0, 1, 0],
    ['wrong, quite sure', 0, 2, -0.66667],
    ['wrong, very sure', 0, 3, -2],
    ['right without a certainty counts as little sure', 1, null, 0.33333],
    ['wrong without a certainty counts as little sure', 0, null, 0],
    ['half right, little sure', 0.5, 1, 0.16667],
    ['half right, quite sure', 0.5, 2, 0],
    ['half right, very sure', 0.5, 3, -0.5],
    ['two thirds right, very sure', 2 / 3, 3, 0],
  ];
  test.each(table)('%s', (_title, fraction, certainty, earned) => {
    expect(roundMark(earnedByCertainty(fraction, certainty))).toBe(earned);
  });

  it('lies in -2..1 and never falls when more is right', () => {
    const anyFraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyFraction, anyFraction, fc.constantFrom(null, ...CERTAINTIES), (a, b, certainty) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((one) => earnedByCertainty(one, certainty));
        expect(less).toBeLessThanOrEqual(more!);
        expect(less).toBeGreaterThanOrEqual(-2);
        expect(more).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is best for whoever says honestly how sure he is', () => {
    const expected = (sure: number, certainty: Certainty) =>
      sure * earnedByCertainty(1, certainty) + (1 - sure) * earnedByCertainty(0, certainty);
    const best = (sure: number) => [...CERTAINTIES].sort((a, b) => expected(sure, b) - expected(sure, a))[0];
    expect([0.5, 0.66, 0.68, 0.79, 0.81, 1].map(best)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});
