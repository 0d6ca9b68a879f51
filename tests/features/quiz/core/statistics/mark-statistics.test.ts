import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemStatistics } from '#app/features/quiz/core/item-statistics.ts';
import { greatestSumOfProducts } from '#app/features/quiz/core/statistics/greatest-sum.ts';
import type { MarkRows } from '#app/features/quiz/core/statistics/mark-rows.ts';
import { markStatistics } from '#app/features/quiz/core/statistics/mark-statistics.ts';

/** Each attempt as [item, mark, max] in the order of its paper. */
function rowsOf(attempts: [item: number, mark: number, max: number][][]): MarkRows {
  const entries = attempts.flat();
  const offsets = [0];
  for (const attempt of attempts) offsets.push(offsets.at(-1)! + attempt.length);
  return {
    attempts: attempts.length,
    itemCount: Math.max(-1, ...entries.map(([item]) => item)) + 1,
    offsets: Int32Array.from(offsets),
    items: Int32Array.from(entries, ([item]) => item),
    marks: Float64Array.from(entries, ([, mark]) => mark),
    maxes: Float64Array.from(entries, ([, , max]) => max),
  };
}

const plain = (marks: number[][]) =>
  marks.map((row) => row.map((mark, item): [number, number, number] => [item, mark, 1]));
const anyTable = fc.integer({ min: 2, max: 5 }).chain((k) =>
  fc.array(fc.array(fc.constantFrom(-1, 0, 1 / 3, 1), { minLength: k, maxLength: k }), {
    minLength: 2,
    maxLength: 20,
  }),
);

describe('Statistics of papers that differ', () => {
  it('have no consistency where a few papers without a common question would give more than 100 per cent', () => {
    const right = (item: number): [number, number, number] => [item, 1, 1];
    const wrong = (item: number): [number, number, number] => [item, 0, 1];
    // Question 0 alone was met twice, and answered alike: all that varies is between the papers.
    const { quiz } = markStatistics(
      rowsOf([
        [right(0), right(1), right(2)],
        [right(0), wrong(3), wrong(4)],
      ]),
    );
    expect(quiz.sd).toBeGreaterThan(0);
    expect(quiz).toMatchObject({ cic: null, errorRatio: null, standardError: null });
  });

  it('keep the consistency within 100 per cent, whatever was drawn and answered', () => {
    const paper = fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 });
    const attempt = paper.chain((items) =>
      fc.tuple(
        ...items.map((item) => fc.constantFrom(0, 0.5, 1).map((mark): [number, number, number] => [item, mark, 1])),
      ),
    );
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 2, maxLength: 12 }), (attempts) => {
        const { cic, errorRatio } = markStatistics(rowsOf(attempts)).quiz;
        expect(cic ?? 0).toBeLessThanOrEqual(100.001);
        expect(errorRatio === null).toBe(cic === null);
      }),
    );
  });

  it('are those of a table where only the order of the questions differs', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.nat()), (marks, chance) => {
        const shuffled = plain(marks).map((row) =>
          row
            .map((entry) => ({ entry, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ entry }) => entry),
        );
        const table = itemStatistics(marks, new Array(marks[0]!.length).fill(1));
        const { items, quiz, hasVariedPapers, maxMark } = markStatistics(rowsOf(shuffled));
        expect(hasVariedPapers).toBe(false);
        expect(maxMark).toBe(marks[0]!.length);
        for (const [item, figures] of table.items.entries()) {
          for (const [name, value] of Object.entries(figures)) {
            const own = items[item]![name as keyof typeof figures];
            if (value === null) expect(own).toBeNull();
            else expect(own).toBeCloseTo(value, 4);
          }
        }
        for (const [name, value] of Object.entries(table.quiz)) {
          const own = quiz[name as keyof typeof quiz];
          if (value === null) expect(own).toBeNull();
          else expect(own).toBeCloseTo(value, 4);
        }
      }),
    );
  });

  it('do not change when all marks of one paper count twice', () => {
    const once = plain([
      [1, 0, 1],
      [0, 0, 1],
      [1, 1, 0],
      [1, 1, 1],
    ]);
    const twice = once.map((row, at) =>
      at === 1 ? row.map(([item, mark, max]): [number, number, number] => [item, 2 * mark, 2 * max]) : row,
    );
    const [one, two] = [markStatistics(rowsOf(once)), markStatistics(rowsOf(twice))];
    expect(two.maxMark).toBe(6);
    for (const [item, { facility, discriminationIndex }] of one.items.entries()) {
      expect(two.items[item]!.facility).toBeCloseTo(facility!, 12);
      if (discriminationIndex !== null)
        expect(two.items[item]!.discriminationIndex).toBeCloseTo(discriminationIndex, 9);
    }
    expect(two.quiz.cic).toBeCloseTo(one.quiz.cic!, 9);
    expect(two.quiz.mean).toBeCloseTo(2 * one.quiz.mean!, 12);
  });

  it('judge an item by the attempts that had it', () => {
    // Two of three questions each: item 0 by attempts 1 and 2, rests 1 and 0.
    const { items, quiz, hasVariedPapers } = markStatistics(
      rowsOf([
        [
          [0, 1, 1],
          [1, 1, 1],
        ],
        [
          [0, 0, 1],
          [2, 0, 1],
        ],
        [
          [1, 0, 1],
          [2, 1, 1],
        ],
      ]),
    );
    expect(hasVariedPapers).toBe(true);
    expect(items.map(({ attempts, facility }) => [attempts, facility])).toEqual([
      [2, 0.5],
      [2, 0.5],
      [2, 0.5],
    ]);
    expect(items[0]!.discriminationIndex).toBeCloseTo(100, 9);
    expect(items[1]!.discriminationIndex).toBeCloseTo(0, 9);
    expect(quiz.mean).toBe(1);
    // k = 2, each item varies by 0.5 and was had by two of three: 2/1 (1 - 1/1) = 0.
    expect(quiz.cic).toBeCloseTo(0, 9);
  });

  it('of no attempts are not available', () => {
    const { items, quiz, maxMark } = markStatistics(rowsOf([]));
    expect(items).toEqual([]);
    expect(quiz).toMatchObject({ attempts: 0, mean: null, sd: null, cic: null });
    expect(maxMark).toBeNull();
  });
});

describe('The greatest sum of products', () => {
  it('is that of both in ascending order, however many different marks there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: -50, max: 50 })), { maxLength: 80 }),
        (pairs) => {
          const marks = Float64Array.from(pairs, ([mark]) => mark);
          const rests = Float64Array.from(pairs, ([, rest]) => rest);
          const [a, b] = [marks.slice().sort(), rests.slice().sort()];
          expect(greatestSumOfProducts(marks, rests)).toBeCloseTo(
            a.reduce((sum, mark, at) => sum + mark * b[at]!, 0),
            6,
          );
        },
      ),
    );
  });
});
