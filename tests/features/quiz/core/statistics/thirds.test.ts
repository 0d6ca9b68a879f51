import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thirdsOf } from '#app/features/quiz/core/statistics/thirds.ts';

const of = (...totals: number[]) => [...thirdsOf(Float64Array.from(totals)).of];

describe('Thirds of the total', () => {
  it.each([
    { totals: [], thirds: [] },
    { totals: [5], thirds: [1] },
    { totals: [1, 2, 3], thirds: [0, 1, 2] },
    { totals: [3, 1, 2], thirds: [2, 0, 1] },
    { totals: [1, 2, 3, 4, 5, 6], thirds: [0, 0, 1, 1, 2, 2] },
    // Ties stand together, where the middle of them falls.
    { totals: [7, 7, 7, 7], thirds: [1, 1, 1, 1] },
    { totals: [1, 1, 9, 9], thirds: [0, 0, 2, 2] },
    { totals: [1, 1, 1, 9], thirds: [1, 1, 1, 2] },
    { totals: [1, 1, 2, 2, 2, 2, 3, 3, 3], thirds: [0, 0, 1, 1, 1, 1, 2, 2, 2] },
  ])('of $totals are $thirds', ({ totals, thirds }) => {
    expect(of(...totals)).toEqual(thirds);
  });

  it('do not depend on the order, never part equals, and rise with the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), (totals) => {
        const { of: thirds, counts, cuts } = thirdsOf(Float64Array.from(totals));
        expect(counts[0] + counts[1] + counts[2]).toBe(totals.length);
        for (const [a, total] of totals.entries()) {
          expect(thirds[a]).toBe(total >= cuts[1] ? 2 : total >= cuts[0] ? 1 : 0);
          for (const [b, other] of totals.entries())
            if (total <= other) expect(thirds[a]!).toBeLessThanOrEqual(thirds[b]!);
        }
        const turned = thirdsOf(Float64Array.from([...totals].reverse()));
        expect([...turned.of].reverse()).toEqual([...thirds]);
      }),
    );
  });
});
