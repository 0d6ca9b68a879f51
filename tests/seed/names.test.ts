import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { fullName, isFamous } from '#prisma/seed/names.ts';

const names = manyNames('a');

function manyNames(seed: string, count = 3000) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => fullName(random, { isWoman: index % 10 === 0 }));
}

describe('names of the demonstration', () => {
  it('are the same for the same seed and others for another', () => {
    expect(manyNames('a', 50)).toEqual(manyNames('a', 50));
    expect(manyNames('a', 50)).not.toEqual(manyNames('b', 50));
  });

  it('look like names: NFC, 3 or 4 words, no word twice', () => {
    const odd = names.filter((name) => {
      const words = name.split(' ');
      const isWritten = words.every((word) => /^\p{Lu}\p{Ll}*$/u.test(word)) && name === name.normalize('NFC');
      return !isWritten || words.length < 3 || words.length > 4 || new Set(words).size < words.length;
    });
    expect(odd).toEqual([]);
  });

  it('have surnames by their real frequency', () => {
    const share = (surname: string) => names.filter((name) => name.startsWith(`${surname} `)).length / 3000;
    expect(share('Nguyễn')).toBeGreaterThan(0.34);
    expect(share('Nguyễn')).toBeLessThan(0.43);
    expect(share('Trần')).toBeGreaterThan(share('Phạm'));
    expect(share('Phạm')).toBeGreaterThan(share('Đỗ'));
  });

  it('are nobody’s whom everybody knows', () => {
    expect(isFamous('Võ Nguyên Giáp')).toBe(true);
    expect(isFamous('Nguyễn Hoà Bình')).toBe(true);
    expect(isFamous('Nguyễn Văn Tưởng')).toBe(false);
    expect(names.filter(isFamous)).toEqual([]);
  });
});
