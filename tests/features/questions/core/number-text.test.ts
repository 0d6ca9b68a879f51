import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, printNumber, readNumber } from '#app/features/questions/core/number-text.ts';
import { processorMs } from '#tests/processor-time.ts';

describe('a typed number', () => {
  it.each<[string, number[]]>([
    ['8', [8]],
    ['12,5', [12.5]],
    ['12.5', [12.5]],
    ['1.234,5', [1234.5]],
    ['1,234.5', [1234.5]],
    ['1 234,5', [1234.5]],
    ['1\u00a0234', [1234]],
    ['1.234.567', [1234567]],
    ['1,234,567', [1234567]],
    ['1.234', [1234, 1.234]],
    ['1,234', [1.234, 1234]],
    ['0,125', [0.125]],
    ['0.125', [0.125]],
    ['1234.567', [1234.567]],
    ['012', [12]],
    [',5', [0.5]],
    ['.5', [0.5]],
    ['-5', [-5]],
    ['−5,5', [-5.5]],
    ['+3', [3]],
    ['-0', [0]],
    ['1,5e3', [1500]],
    ['1.5E-3', [0.0015]],
    ['1,5x10^3', [1500]],
    ['1,5 × 10^-3', [0.0015]],
    ['5.', [5]],
  ])('%j means %j', (text, values) => {
    expect(readNumber(text)).toEqual({ values, unit: '' });
  });

  it.each<[string, number, string]>([
    ['5km', 5, 'km'],
    ['5 km/h', 5, 'km/h'],
    ['20  đồng   chí', 20, 'đồng chí'],
    ['5%', 5, '%'],
    ['5 m2', 5, 'm2'],
    ['5 m²', 5, 'm²'],
    ['5 km.', 5, 'km'],
    ['12,5 kg', 12.5, 'kg'],
  ])('%j has a unit behind it', (text, value, unit) => {
    expect(readNumber(text)).toEqual({ values: [value], unit });
  });

  it.each(['', 'mười', '1,2,3', '1.2.3', '1.234.5', '1 23', '22/10/2018', '1e999', '10^3', '5 km 3', '--5', '1..5'])(
    '%j is none',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it('reads what is printed, first of all as that number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(printNumber(value))?.values[0]).toBe(value + 0);
      }),
    );
  });

  it('is read at once, however hostile', async () => {
    for (const text of ['1'.repeat(500), '1 '.repeat(250), '1.'.repeat(250), `1${' '.repeat(498)}!`]) {
      expect(await processorMs(() => readNumber(text))).toBeLessThan(1000);
    }
  });
});

describe('a tolerance', () => {
  it.each([
    [0.4, 0.3, 0.1, true],
    [0.2, 0.3, 0.1, true],
    [0.41, 0.3, 0.1, false],
    [1.1 * 3, 3.3, 0, true],
    [3.3000001, 3.3, 0, false],
    [1e15 + 1, 1e15, 0, false],
    [0, 0, 0, true],
  ])('%d against %d within %d: %s', (value, wanted, tolerance, isIn) => {
    expect(isWithin(value, wanted, tolerance)).toBe(isIn);
  });
});
