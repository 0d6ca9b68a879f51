import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '#app/features/quiz/core/statistics/distribution.ts';
import { groupMeans, SMALLEST_GROUP } from '#app/features/quiz/core/statistics/groups.ts';

const keys = (counts: Partial<Record<string, number>>) =>
  Object.entries(counts).flatMap(([key, n]) => new Array(n).fill(key));
const shown = (counts: Partial<Record<string, number>>) => {
  const all = keys(counts);
  const groups = groupMeans(
    all,
    all.map(() => 6),
  );
  return Object.fromEntries(groups.map(({ key, isSuppressed }) => [key, !isSuppressed]));
};

describe('Means of groups', () => {
  it('are the means of what belongs to them', () => {
    const groups = groupMeans(['a', 'b', null, 'a', 'b'], [1, 4, 100, 3, 6], 1);
    expect(groups).toEqual([
      { key: 'a', attempts: 2, mean: 2, isSuppressed: false },
      { key: 'b', attempts: 2, mean: 5, isSuppressed: false },
    ]);
  });

  it.each([
    { counts: { a: 5, b: 9 }, expected: { a: true, b: true } },
    // The total would tell of the four: the next smallest goes with them.
    { counts: { a: 4, b: 9, c: 20 }, expected: { a: false, b: false, c: true } },
    { counts: { a: 4, b: 3, c: 20 }, expected: { a: false, b: false, c: true } },
    { counts: { a: 2, b: 2, c: 20, d: 30 }, expected: { a: false, b: false, c: false, d: true } },
    { counts: { a: 3 }, expected: { a: false } },
  ])('of $counts are shown: $expected', ({ counts, expected }) => {
    expect(shown(counts)).toEqual(expected);
  });

  it('never tell of fewer than five, not even by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 }), (all) => {
        const groups = groupMeans(
          all,
          all.map(() => 1),
        );
        const hidden = groups.filter(({ isSuppressed }) => isSuppressed);
        for (const { attempts, mean, isSuppressed } of groups) {
          expect(mean === null).toBe(isSuppressed);
          if (!isSuppressed) expect(attempts).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        }
        const rest = hidden.reduce((sum, { attempts }) => sum + attempts, 0);
        const isAllHidden = hidden.length === groups.length;
        expect(rest === 0 || rest >= SMALLEST_GROUP || isAllHidden).toBe(true);
      }),
    );
  });
});

describe('A distribution', () => {
  it('puts a bound into the bar that it begins, the end into the last, and what lies outside into the nearest', () => {
    const bins = distribution([0, 0.99, 1, 6, 9.99, 10, 12, -1, 0.6 * 10], 10);
    expect(bins.map(({ count }) => count)).toEqual([3, 1, 0, 0, 0, 0, 2, 0, 0, 3]);
    expect(bins[6]).toEqual({ from: 6, until: 7, count: 2 });
  });
});
