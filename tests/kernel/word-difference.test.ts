import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '#app/kernel/word-difference.ts';

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(wordDifference('Nghị quyết 35 ban hành năm 2017?', 'Nghị quyết 35 được ban hành năm 2018?')).toEqual([
      { kind: 'same', text: 'Nghị quyết 35 ' },
      { kind: 'new', text: 'được ' },
      { kind: 'same', text: 'ban hành năm ' },
      { kind: 'gone', text: '2017' },
      { kind: 'new', text: '2018' },
      { kind: 'same', text: '?' },
    ]);
  });

  it('joins to both texts again, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'bộ', 'chính', ' ', '\n', 'trị '), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const parts = wordDifference(a.join(''), b.join(''));
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([without('new'), without('gone')]).toEqual([a.join(''), b.join('')]);
      }),
    );
  });

  it('tells of texts too long for a table as a whole, at once', () => {
    const long = (seed: string) => Array.from({ length: 20_000 }, (_, at) => `${seed}${at}`).join(' ');
    expect(wordDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
