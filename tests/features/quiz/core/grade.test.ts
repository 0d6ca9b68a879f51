import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gradeAttempt, gradeOfAttempts, passed, type QuestionMark } from '#app/features/quiz/core/grade.ts';
import type { WhichAttempt } from '#app/features/quiz/core/settings.ts';

const marks = (...values: (number | null)[]): QuestionMark[] => values.map((mark) => ({ mark, maxMark: 1 }));

describe('The grade of an attempt', () => {
  test.each([
    ['is the sum of marks on the scale', marks(1, 0, 1, 0), 10, { markSum: 2, maxMark: 4, grade: 5 }],
    [
      'weighs by the largest marks',
      [
        { mark: 3, maxMark: 3 },
        { mark: 0, maxMark: 1 },
      ],
      10,
      { markSum: 3, maxMark: 4, grade: 7.5 },
    ],
    ['is rounded to 5 decimals', marks(1, 1, 0), 10, { markSum: 2, maxMark: 3, grade: 6.66667 }],
    ['takes another scale', marks(1, 0), 100, { markSum: 1, maxMark: 2, grade: 50 }],
    [
      'loses nothing to floating point',
      Array.from({ length: 10 }, () => ({ mark: 0.1, maxMark: 0.1 })),
      10,
      { markSum: 1, maxMark: 1, grade: 10 },
    ],
    ['is not below 0, whatever wrong certainty has cost', marks(-2, 1), 10, { markSum: -1, maxMark: 2, grade: 0 }],
    ['is unknown while a mark is missing', marks(1, null), 10, { markSum: 1, maxMark: 2, grade: null }],
    ['is unknown for a paper worth nothing', [{ mark: 0, maxMark: 0 }], 10, { markSum: 0, maxMark: 0, grade: null }],
    ['is unknown for an empty paper', [], 10, { markSum: 0, maxMark: 0, grade: null }],
  ])('%s', (_title, given, scale, expected) => {
    expect(gradeAttempt(given, scale)).toEqual(expected);
  });

  const anyMark = fc.record({ mark: fc.double({ min: -2, max: 1, noNaN: true }), maxMark: fc.constantFrom(1, 2, 0.5) });

  it('stays within the scale and does not depend on the order of the questions', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { minLength: 1 }), fc.constantFrom(10, 100, 4), (given, scale) => {
        const { grade, ...sums } = gradeAttempt(given, scale);
        expect(grade).toBeGreaterThanOrEqual(0);
        expect(grade).toBeLessThanOrEqual(scale);
        const reversed = gradeAttempt([...given].reverse(), scale);
        expect(reversed.grade).toBeCloseTo(grade!, 4);
        expect(reversed.markSum).toBeCloseTo(sums.markSum, 4);
      }),
    );
  });
});

describe('An attempt passes', () => {
  test.each([
    ['at the pass grade itself', 5, 5, true],
    ['above it', 5.01, 5, true],
    ['when only floating point keeps it below', 4.999999999, 5, true],
    ['not when a hundred-thousandth is missing', 4.99999, 5, false],
    ['when the pass grade itself carries noise', 0.3, 0.1 + 0.2, true],
    ['with 0 where 0 is enough', 0, 0, true],
  ])('%s', (_title, grade, passGrade, expected) => {
    expect(passed(grade, passGrade)).toBe(expected);
  });

  it('with n of n equal marks however they add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0.1, 1 / 3, 0.7), (n, mark) => {
        const { grade } = gradeAttempt(
          Array.from({ length: n }, () => ({ mark, maxMark: mark })),
          10,
        );
        expect(passed(grade!, 10)).toBe(true);
      }),
    );
  });
});

describe('The grade that counts', () => {
  const table: [WhichAttempt, (number | null)[], number | null][] = [
    ['highest', [4, 8, 6], 8],
    ['highest', [4, null], 4],
    ['last', [4, 8, 6], 6],
    ['last', [4, null], null],
    ['first', [4, 8, 6], 4],
    ['first', [null, 8], null],
    ['average', [4, 8, 6], 6],
    ['average', [1, 1, 0], 0.66667],
    ['average', [4, null, 8], 6],
    ['highest', [null], null],
    ['average', [null], null],
    ['highest', [0], 0],
    ['highest', [], null],
    ['last', [], null],
    ['first', [], null],
    ['average', [], null],
  ];
  test.each(table)('by "%s" of %j is %j', (which, grades, expected) => {
    expect(gradeOfAttempts(grades, which)).toBe(expected);
  });
});
