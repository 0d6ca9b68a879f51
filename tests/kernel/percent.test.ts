import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, largestRemainder, shareFraction } from '#app/kernel/percent.ts';

describe('shares', () => {
  it('keep no data apart from 0', () => {
    expect(shareFraction({ part: 0, whole: 0 })).toBeNull();
    expect(shareFraction({ part: 0, whole: 12 })).toBe(0);
    expect(shareFraction({ part: 37, whole: 39 })).toBeCloseTo(0.9487);
  });
});

describe('percentages', () => {
  it.each([
    [37 / 39, '94,9%', '94.9%'],
    [0, '0%', '0%'],
    [1, '100%', '100%'],
    [0.5, '50%', '50%'],
    [0.2855, '28,6%', '28.6%'],
    [4999 / 5000, '99,9%', '99.9%'],
    [1 / 5000, '0,1%', '0.1%'],
    [1.25, '125%', '125%'],
    [-0.034, '-3,4%', '-3.4%'],
    [-0.0001, '0%', '0%'],
    [null, '–', '–'],
  ])('of %s read %s in Vietnamese and %s in English', (fraction, vi, en) => {
    expect(formatPercent(fraction, 'vi')).toBe(vi);
    expect(formatPercent(fraction, 'en')).toBe(en);
  });

  it('read 100% only for everything and 0% only for nothing', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 20_000 }), (some, whole) => {
        const part = Math.min(some, whole);
        const text = formatPercent(part / whole, 'en');
        expect(text === '100%').toBe(part === whole);
        expect(text === '0%').toBe(part === 0);
      }),
    );
  });
});

describe('shares that must add up', () => {
  it.each([
    [[1, 1, 1], 100, [34, 33, 33]],
    [[1, 1, 1], 1000, [334, 333, 333]],
    [[0, 5], 100, [0, 100]],
    [[0, 0], 100, [0, 0]],
    [[], 100, []],
  ])('makes of %j in %i parts %j', (parts, total, expected) => {
    expect(largestRemainder(parts, total)).toEqual(expected);
  });

  it('adds up, and is off by less than one each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(whole > 0);
        const rounded = largestRemainder(parts);
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(100);
        rounded.forEach((value, index) => {
          expect(Math.abs(value - (parts[index]! * 100) / whole)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });
});
