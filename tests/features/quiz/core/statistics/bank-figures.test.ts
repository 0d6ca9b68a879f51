import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerSums, bankFigures } from '#app/features/quiz/core/statistics/bank-figures.ts';

const sumsOf = (pairs: readonly (readonly [number, number])[]): AnswerSums => {
  const sum = (of: (x: number, r: number) => number) => pairs.reduce((total, [x, r]) => total + of(x, r), 0);
  return {
    ...{ answers: pairs.length, x: sum((x) => x), xx: sum((x) => x * x) },
    ...{ r: sum((_, r) => r), rr: sum((_, r) => r * r), xr: sum((x, r) => x * r) },
  };
};
const times = (count: number, x: number, r: number) => Array.from({ length: count }, () => [x, r] as const);

describe('figures of a question in the bank', () => {
  it('say nothing of few answers, and nothing of discrimination where all are alike', () => {
    expect(bankFigures(sumsOf(times(5, 1, 0.5)))).toEqual({
      ...{ answers: 5, facility: 1, discrimination: null, measured: null, flags: [] },
    });
    expect(bankFigures(sumsOf(times(30, 1, 0.5)))).toMatchObject({ discrimination: null, measured: 'easy' });
    expect(bankFigures(sumsOf([]))).toMatchObject({ facility: null, measured: null });
  });

  it('tell a key that those who know choose less than the others', () => {
    const backwards = [...times(15, 0, 0.9), ...times(15, 1, 0.2)];
    expect(bankFigures(sumsOf(backwards))).toMatchObject({ measured: 'medium', flags: ['negative'] });
    expect(bankFigures(sumsOf(backwards)).discrimination).toBeCloseTo(-100);
  });

  it('have an index within -100 and 100, the same as the correlation of the rows', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 20, maxLength: 60 }), (pairs) => {
        const { discrimination: index } = bankFigures(sumsOf(pairs));
        if (index === null) return;
        const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
        const [mx, mr] = [mean(0), mean(1)];
        const part = (of: (x: number, r: number) => number) =>
          pairs.reduce((sum, [x, r]) => sum + of(x - mx, r - mr), 0);
        const expected = (100 * part((x, r) => x * r)) / Math.sqrt(part((x) => x * x) * part((_, r) => r * r));
        expect(index).toBeCloseTo(expected, 3);
      }),
    );
  });
});
