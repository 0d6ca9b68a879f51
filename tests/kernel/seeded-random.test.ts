import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/kernel/seeded-random.ts';

const items = fc.array(fc.integer(), { maxLength: 30 });

describe('seeded random', () => {
  // Stored papers are drawn again from their seed: if this test fails, the code is wrong, never the numbers.
  it('gives for a seed what it has always given', () => {
    const random = seededRandom('attempt-1');
    expect([random.next(), random.next(), random.int(1000), random.int(1000)]).toEqual([
      0.6068585739106358, 0.3564007654649277, 988, 817,
    ]);
    expect(seededRandom('đề số 2').shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([9, 6, 7, 4, 1, 5, 3, 8, 2, 0]);
  });

  it('repeats itself for one seed and differs for another', () => {
    const draw = (seed: string) => Array.from({ length: 8 }, seededRandom(seed).next);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('')).not.toEqual(draw('a'));
  });

  it('stays between 0 and 1, and whole numbers below their bound', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1_000_000 }), (seed, n) => {
        const random = seededRandom(seed);
        const fraction = random.next();
        const whole = random.int(n);
        return fraction >= 0 && fraction < 1 && Number.isInteger(whole) && whole >= 0 && whole < n;
      }),
    );
  });

  it('shuffles without losing, adding or touching anything', () => {
    fc.assert(
      fc.property(fc.string(), items, (seed, list) => {
        const before = [...list];
        const shuffled = seededRandom(seed).shuffle(list);
        expect(list).toEqual(before);
        expect([...shuffled].sort()).toEqual([...list].sort());
      }),
    );
  });

  it('gives every place to every item about equally often, also for seeds in a row', () => {
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 4000; index++) {
      counts[seededRandom(`attempt-${index}`).shuffle([0, 1, 2, 3]).indexOf(0)]! += 1;
    }
    // 1000 expected each; 130 is about five standard deviations.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });

  it('samples each item at most once', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat(40), (seed, list, n) => {
        const sample = seededRandom(seed).sample(list, n);
        expect(sample).toHaveLength(Math.min(n, list.length));
        expect(new Set(sample).size).toBe(sample.length);
        expect(list).toEqual(expect.arrayContaining(sample));
      }),
    );
  });

  it('picks one of the items and refuses to pick from nothing', () => {
    expect(['x', 'y', 'z']).toContain(seededRandom('s').pick(['x', 'y', 'z']));
    expect(() => seededRandom('s').pick([])).toThrow(RangeError);
    expect(() => seededRandom('s').int(0)).toThrow(RangeError);
    expect(() => seededRandom('s').int(1.5)).toThrow(RangeError);
  });
});
