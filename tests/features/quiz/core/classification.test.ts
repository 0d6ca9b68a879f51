import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CLASSIFICATIONS, classify, DEFAULT_THRESHOLDS } from '#app/features/quiz/core/classification.ts';

describe('A grade is classified', () => {
  test.each([
    [10, 'excellent'],
    [8, 'excellent'],
    [7.999999999, 'excellent'],
    [7.99999, 'good'],
    [7, 'good'],
    [6.99, 'average'],
    [5, 'average'],
    [4.99, 'failed'],
    [0, 'failed'],
  ])('%d as %s by the default thresholds', (grade, expected) => {
    expect(classify(grade, DEFAULT_THRESHOLDS)).toBe(expected);
  });

  it('by the thresholds that the unit has set', () => {
    expect(classify(8.5, { excellent: 9, good: 8, average: 6.5 })).toBe('good');
  });

  it('never worse for a higher grade', () => {
    const grades = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(grades, grades, (a, b) => {
        const rank = (grade: number) => CLASSIFICATIONS.indexOf(classify(grade, DEFAULT_THRESHOLDS));
        expect(rank(Math.max(a, b))).toBeLessThanOrEqual(rank(Math.min(a, b)));
      }),
    );
  });
});
