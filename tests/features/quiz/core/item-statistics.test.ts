import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { itemStatistics } from '#app/features/quiz/core/item-statistics.ts';
import { parseMarksTable } from '#app/features/quiz/core/marks-table.ts';

function readTable(file: string) {
  const result = parseMarksTable(readFileSync(file, 'utf8'));
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return result.table;
}

/** The published figures, by the names of the published columns. */
function readExpected(file: string): Record<string, number>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], Number(cell)])));
}

function expectClose(actual: number | null, expected: number | undefined) {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! / expected! - 1)).toBeLessThan(1.5e-5);
}

const folders = ['tests/fixtures/item-statistics', '../shared/fixtures/item-statistics'];

describe.each(folders)('The published worked example in %s', (folder) => {
  test.skipIf(!existsSync(folder))('comes out to 1.5e-5', () => {
    const { marks, max } = readTable(`${folder}/marks.csv`);
    const expected = readExpected(`${folder}/expected.csv`);
    const { items, quiz } = itemStatistics(marks, max);
    expect(items).toHaveLength(expected.length);
    for (const [index, item] of items.entries()) {
      const published = expected[index]!;
      expectClose(item.facility, published.facility);
      expectClose(item.sd, published.sd);
      expectClose(item.effectiveWeight, published.effectiveweight);
      expectClose(item.discriminationIndex, published.discriminationindex);
      expectClose(item.discriminativeEfficiency, published.discriminativeefficiency);
    }
    expectClose(quiz.median, 4.5);
    expectClose(quiz.mean, 4.617333332);
    expectClose(quiz.sd, 0.8117265554);
    expectClose(quiz.skewness, -0.092502502);
    expectClose(quiz.kurtosis, -0.7073968557);
    expectClose(quiz.cic, -87.2230935542);
    expectClose(quiz.errorRatio, 136.8294900795);
    expectClose(quiz.standardError, 1.1106813066);
    expect(quiz.attempts).toBe(25);
  });
});

describe('Item statistics', () => {
  const nothing = { discriminationIndex: null, discriminativeEfficiency: null };

  it('of an item that everybody got right know its facility and no discrimination', () => {
    const { items } = itemStatistics(
      [
        [1, 1],
        [1, 0],
        [1, 1],
      ],
      [1, 1],
    );
    expect(items[0]).toEqual({ facility: 1, sd: 0, effectiveWeight: 0, ...nothing });
    // The other item is the whole rest of the first, and has no rest that varies itself.
    expect(items[1]).toMatchObject({ effectiveWeight: 100, ...nothing });
  });

  it('of equal attempts know no figure that needs a difference', () => {
    const { items, quiz } = itemStatistics(
      [
        [0.1, 0.2],
        [0.1, 0.2],
        [0.1, 0.2],
      ],
      [1, 1],
    );
    expect(items[0]).toMatchObject({ facility: expect.closeTo(0.1, 12), sd: 0, effectiveWeight: null, ...nothing });
    expect(quiz).toMatchObject({
      sd: 0,
      skewness: null,
      kurtosis: null,
      cic: null,
      errorRatio: null,
      standardError: null,
    });
    expect(quiz.mean).toBeCloseTo(0.3, 12);
  });

  it('of one attempt know where it stands, and no spread', () => {
    const { items, quiz } = itemStatistics([[1, 0]], [1, 2]);
    expect(items).toEqual([
      { facility: 1, sd: null, effectiveWeight: null, ...nothing },
      { facility: 0, sd: null, effectiveWeight: null, ...nothing },
    ]);
    expect(quiz).toEqual({
      attempts: 1,
      median: 1,
      mean: 1,
      sd: null,
      skewness: null,
      kurtosis: null,
      cic: null,
      errorRatio: null,
      standardError: null,
    });
  });

  it('of no attempts are not available', () => {
    const { items, quiz } = itemStatistics([], [1]);
    expect(items).toEqual([{ facility: null, sd: null, effectiveWeight: null, ...nothing }]);
    expect(quiz).toMatchObject({ attempts: 0, median: null, mean: null, sd: null });
  });

  it('of a single item know no discrimination and no consistency', () => {
    const { items, quiz } = itemStatistics([[1], [0], [1], [0.5]], [1]);
    expect(items[0]).toMatchObject({ facility: 0.625, effectiveWeight: 100, ...nothing });
    expect(quiz.cic).toBeNull();
  });

  it('of an item worth nothing have no facility', () => {
    expect(
      itemStatistics(
        [
          [0, 1],
          [0, 0],
        ],
        [0, 1],
      ).items[0]?.facility,
    ).toBeNull();
  });

  it('count negative covariance with the total as nothing', () => {
    const { items } = itemStatistics(
      [
        [1, 0, 0],
        [0, 1, 1],
        [0, 1, 1],
        [1, 0, 1],
      ],
      [1, 1, 1],
    );
    expect(items[0]).toMatchObject({ effectiveWeight: 0 });
    expect(items[0]!.discriminationIndex).toBeLessThan(0);
  });

  it('are consistent without error where all items agree', () => {
    const { items, quiz } = itemStatistics(
      [
        [1, 1, 1],
        [0, 0, 0],
        [1, 1, 1],
        [0, 0, 0],
      ],
      [1, 1, 1],
    );
    expect(quiz.cic).toBeCloseTo(100, 9);
    expect(quiz.errorRatio).toBeCloseTo(0, 5);
    expect(items[0]?.discriminationIndex).toBeCloseTo(100, 9);
    expect(items[0]?.discriminativeEfficiency).toBeCloseTo(100, 9);
  });

  it('refuse a row of another length', () => {
    expect(() => itemStatistics([[1, 1], [1]], [1, 1])).toThrow(RangeError);
  });

  it('leave the marks as they are', () => {
    const marks = [Float64Array.of(1, 0), Float64Array.of(0, 1), Float64Array.of(1, 1)];
    itemStatistics(marks, [1, 1]);
    expect(marks.map((row) => [...row])).toEqual([
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  const anyMarks = fc.integer({ min: 1, max: 6 }).chain((k) =>
    fc.record({
      k: fc.constant(k),
      marks: fc.array(fc.array(fc.constantFrom(-2, 0, 1 / 3, 0.5, 1), { minLength: k, maxLength: k }), {
        maxLength: 30,
      }),
    }),
  );

  it('are numbers within their ranges or null, for any marks', () => {
    fc.assert(
      fc.property(anyMarks, ({ k, marks }) => {
        const { items, quiz } = itemStatistics(marks, new Array(k).fill(1));
        for (const value of [...items.flatMap((item) => Object.values(item)), ...Object.values(quiz)]) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
        for (const item of items) {
          expect(Math.abs(item.discriminationIndex ?? 0)).toBeLessThan(100 + 1e-6);
          expect(item.discriminativeEfficiency ?? 0).toBeLessThan(100 + 1e-6);
        }
        const weights = items.map((item) => item.effectiveWeight);
        if (!weights.includes(null)) expect(weights.reduce((sum, weight) => sum! + weight!, 0)).toBeCloseTo(100, 6);
        expect(quiz.cic ?? 0).toBeLessThan(100 + 1e-6);
      }),
    );
  });

  it('do not depend on the order of the attempts', () => {
    fc.assert(
      fc.property(anyMarks, ({ k, marks }) => {
        const max = new Array(k).fill(1);
        const flat = ({ items, quiz }: ReturnType<typeof itemStatistics>) =>
          [...items.flatMap((item) => Object.values(item)), ...Object.values(quiz)] as (number | null)[];
        const reversed = flat(itemStatistics([...marks].reverse(), max));
        for (const [index, value] of flat(itemStatistics(marks, max)).entries()) {
          if (value === null) expect(reversed[index]).toBeNull();
          else expect(reversed[index]).toBeCloseTo(value, 5);
        }
      }),
    );
  });
});
