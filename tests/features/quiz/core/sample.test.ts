import { describe, expect, it, test } from 'vitest';
import { centred, median, sampleShape } from '#app/features/quiz/core/sample.ts';

const sample = (...values: number[]) => Float64Array.from(values);

describe('The shape of a sample', () => {
  // Published by spreadsheets' SKEW and KURT, which use the same k-statistics.
  it('is that of the spreadsheets', () => {
    const { mean, sd, skewness, kurtosis } = sampleShape(sample(3, 4, 5, 2, 3, 4, 5, 6, 4, 7));
    expect(mean).toBeCloseTo(4.3, 12);
    expect(sd).toBeCloseTo(1.494434, 6);
    expect(skewness).toBeCloseTo(0.359543, 6);
    expect(kurtosis).toBeCloseTo(-0.1518, 4);
  });

  test.each([
    ['no value', sample(), { mean: null, sd: null, skewness: null, kurtosis: null }],
    ['one value', sample(3), { mean: 3, sd: null, skewness: null, kurtosis: null }],
    ['two values', sample(1, 3), { mean: 2, sd: Math.SQRT2, skewness: null, kurtosis: null }],
    ['three values', sample(1, 2, 3), { mean: 2, sd: 1, skewness: 0, kurtosis: null }],
    ['equal values', sample(2, 2, 2, 2), { mean: 2, sd: 0, skewness: null, kurtosis: null }],
  ])('of %s says what is known', (_title, given, expected) => {
    expect(sampleShape(given)).toEqual(expected);
  });
});

describe('Centred values', () => {
  it('that differ by the noise of adding alone are exact zeros', () => {
    expect([...centred(sample(0.3, 0.1 + 0.2)).values]).toEqual([0, 0]);
  });
});

describe('The median', () => {
  test.each([
    [sample(), null],
    [sample(4), 4],
    [sample(3, 1), 2],
    [sample(10, 9, 1), 9],
  ])('of %j is %j', (given, expected) => {
    const before = [...given];
    expect(median(given)).toBe(expected);
    expect([...given]).toEqual(before);
  });
});
