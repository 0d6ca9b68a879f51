import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, tQuantile, wilsonInterval } from '#app/features/progress/core/weak-topics/interval.ts';
import {
  FEWEST,
  noSums,
  type TopicSums,
  topicFigures,
  weakestFirst,
  withoutGaps,
} from '#app/features/progress/core/weak-topics/topic-figures.ts';

const sumsOf = (values: readonly number[]): TopicSums => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
  below: values.filter((value) => value < 0.6).length,
  answers: values.length,
});

describe("Wilson's interval", () => {
  // The examples of Newcombe (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %d to %d', (part, whole, low, high) => {
    const interval = wilsonInterval(part, whole)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is unknown of nothing', () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe("Student's interval of a mean", () => {
  // Printed tables of the t distribution, 97.5%.
  it.each([
    [1, 12.706],
    [4, 2.776],
    [11, 2.201],
    [20, 2.086],
    [60, 2.0],
    [1000, 1.962],
  ])('takes the quantile of %i degrees of freedom as %d', (degrees, t) => {
    expect(tQuantile(degrees)).toBeCloseTo(t, 3);
  });

  it('is mean ± t s/√n', () => {
    // n = 5, mean 0.5, s = 0.158114, t = 2.7764.
    const interval = meanInterval(sumsOf([0.3, 0.4, 0.5, 0.6, 0.7]))!;
    expect(interval.low).toBeCloseTo(0.5 - (2.7764 * 0.158114) / Math.sqrt(5), 4);
    expect(interval.high).toBeCloseTo(0.5 + (2.7764 * 0.158114) / Math.sqrt(5), 4);
  });

  it('keeps a width where all are alike, and stays within 0..1', () => {
    expect(meanInterval(sumsOf([1, 1, 1, 1, 1, 1]))).toEqual(wilsonInterval(6, 6));
    expect(meanInterval(sumsOf([0, 1, 1, 1, 1]))!.high).toBe(1);
    expect(meanInterval(noSums)).toBeNull();
  });
});

describe('the figures of a topic', () => {
  const of = (values: readonly number[]) => topicFigures(sumsOf(values));

  it('are kept back for few people, and none for nobody', () => {
    expect(of([]).kind).toBe('none');
    expect(of(new Array(FEWEST - 1).fill(0.2)).kind).toBe('few');
    expect(of(new Array(FEWEST).fill(0.2)).kind).toBe('known');
  });

  it.each([
    ['weak', [0.1, 0.2, 0.3, 0.2, 0.1, 0.2]],
    ['doubtful', [0.2, 0.9, 0.5, 0.7, 0.6]],
    ['sound', [0.9, 0.8, 0.9, 1, 0.9, 0.8]],
  ])('are %s only where the interval says so', (verdict, values) => {
    expect(of(values)).toMatchObject({ kind: 'known', verdict });
  });

  it('count who is below the line', () => {
    expect(of([0.2, 0.9, 0.5, 0.7, 0.6])).toMatchObject({ people: 5, below: 2, belowShare: 0.4 });
  });

  it('stand weakest first, what cannot be told last', () => {
    const rows = [of([]), of([0.9, 0.9, 0.9, 0.9, 0.8]), of([0.1]), of([0.2, 0.1, 0.2, 0.3, 0.2])];
    const means = weakestFirst(rows, (row) => row).map((row) => (row.kind === 'known' ? row.mean : row.kind));
    expect(means[0]).toBeCloseTo(0.2);
    expect(means.slice(2)).toEqual(['few', 'none']);
  });

  it('never leave hidden cells that the sum gives away: one alone, or several of few people together', () => {
    const kinds = (...people: number[]) =>
      withoutGaps(people.map((n) => sumsOf(new Array(n).fill(0.5)))).map(({ kind }) => kind);
    expect(kinds(8, 1, 5)).toEqual(['known', 'few', 'few']);
    expect(kinds(3, 2, 5)).toEqual(['few', 'few', 'known']);
    expect(kinds(1, 9, 2, 6)).toEqual(['few', 'known', 'few', 'few']);
    expect(kinds(5, 0)).toEqual(['known', 'none']);
    expect(kinds(1, 0)).toEqual(['few', 'none']);
  });

  it('keep back as many people as a figure needs, wherever any are kept back and there are so many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (people) => {
        const figures = withoutGaps(people.map((n) => sumsOf(new Array(n).fill(0.5))));
        const hidden = people.filter((_, at) => figures[at]!.kind === 'few');
        const together = hidden.reduce((sum, n) => sum + n, 0);
        if (hidden.length === 0) expect(people.filter((n) => n > 0 && n < FEWEST)).toEqual([]);
        else if (figures.some(({ kind }) => kind === 'known')) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(together).toBeGreaterThanOrEqual(FEWEST);
        }
      }),
    );
  });
});
