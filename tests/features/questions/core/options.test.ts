import { describe, expect, it } from 'vitest';
import { displayedOptions, optionAt, optionTexts } from '#app/features/questions/core/options.ts';
import { whenIssued } from './questions.ts';

describe('displayed options', () => {
  it('follow the stored order', () => {
    expect(displayedOptions(whenIssued.options, ['d', 'a', 'c', 'b']).map(({ id }) => id)).toEqual([
      'd',
      'a',
      'c',
      'b',
    ]);
    expect(() => displayedOptions(whenIssued.options, ['d', 'a', 'c'])).toThrow(RangeError);
  });

  it('are found by the position that a form or JSON sends, and by nothing else', () => {
    const order = ['x', 'y'];
    expect([0, '1', 2, '2', 'x', 'length', '1e0', null].map((raw) => optionAt(raw, order))).toEqual([
      'x',
      'y',
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('read in written order in tables', () => {
    expect(optionTexts(whenIssued.options, ['c', 'a'])).toBe('25/10/2018; 22/11/2018');
  });
});
