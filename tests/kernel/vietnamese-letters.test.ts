import { describe, expect, it } from 'vitest';
import { splitTone, withTone } from '#app/kernel/vietnamese-letters.ts';

describe('the tone of a letter', () => {
  it.each([
    ['ộ', 'ô', 5],
    ['Ữ', 'Ư', 3],
    ['ằ', 'ă', 1],
    ['ỷ', 'y', 2],
    ['é', 'e', 4],
    ['â', 'â', 0],
    ['đ', 'đ', 0],
    ['ñ', 'ñ', 0],
    ['b', 'b', 0],
  ] as const)('splits %s into %s and tone %i, and puts it together again', (char, letter, tone) => {
    expect(splitTone(char)).toEqual({ letter, tone });
    expect(withTone(letter, tone)).toBe(char);
  });
});
