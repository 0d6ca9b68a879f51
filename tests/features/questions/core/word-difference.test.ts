import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '#app/features/questions/core/word-difference.ts';

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(wordDifference('Nghị quyết 35 ban hành năm 2017?', 'Nghị quyết 35 được ban hành năm 2018?')).toEqual([
      { kind: 'same', text: 'Nghị quyết 35' },
      { kind: 'added', text: ' được' },
      { kind: 'same', text: ' ban hành năm' },
      { kind: 'removed', text: ' 2017?' },
      { kind: 'added', text: ' 2018?' },
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
        expect([without('added'), without('removed')]).toEqual([a.join(''), b.join('')]);
      }),
    );
  });

  it('tells of texts too long for a table as a whole, at once', () => {
    const long = (seed: string) => Array.from({ length: 20_000 }, (_, at) => `${seed}${at}`).join(' ');
    expect(wordDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
