import { describe, expect, it } from 'vitest';
import { keyPatterns } from '#app/features/questions/core/key-pattern.ts';
import type { SingleBody } from '#app/features/questions/core/question.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';

const single = (key: number, options = 4): SingleBody => ({
  type: 'single',
  stem: 'Câu',
  options: Array.from({ length: options }, (_, at) => ({ id: `o${at}`, text: `Ý ${at}` })),
  correct: `o${key}`,
});
const codes = (keys: readonly number[]) => keyPatterns(keys.map((key) => single(key))).map(({ code }) => code);

describe('the places of keys', () => {
  it('are told when five run at one place', () => {
    expect(keyPatterns([0, 2, 2, 2, 2, 2, 1].map((key) => single(key)))).toEqual([
      { code: 'same-position', position: 2, count: 5 },
    ]);
    expect(codes([2, 2, 2, 2])).toEqual([]);
  });

  it('are told when one place holds far more, or none at all', () => {
    const keys = [1, 1, 0, 1, 1, 2, 1, 1, 0, 1, 1, 2, 1, 1, 0, 1, 1, 2, 1, 1];
    expect(keyPatterns(keys.map((key) => single(key)))).toContainEqual({
      ...{ code: 'favoured-position', position: 1, count: 14, of: 20 },
    });
    expect(codes(keys)).toContain('avoided-position');
  });

  it('are told when they go round', () => {
    expect(codes([0, 1, 2, 3, 0, 1, 2, 3])).toEqual(['cycle']);
    expect(codes([0, 1, 2, 3, 0, 1, 3, 2])).toEqual([]);
  });

  it('say nothing of true and false, of other types and of two options', () => {
    expect(keyPatterns(Array.from({ length: 20 }, () => single(0, 2)))).toEqual([]);
    expect(keyPatterns([{ type: 'true-false', stem: 'A', answer: true }])).toEqual([]);
  });

  it('are left alone by chance in nearly every list', () => {
    const random = seededRandom('keys');
    const lists = Array.from({ length: 300 }, () => Array.from({ length: 40 }, () => random.int(4)));
    const told = lists.filter((keys) => codes(keys).some((code) => code !== 'same-position')).length;
    expect(told / lists.length).toBeLessThan(0.05);
  });
});

describe('the lengths of keys', () => {
  const long = (at: number, isLong: boolean): SingleBody => {
    const body = single(at % 4);
    return {
      ...body,
      options: body.options.map((one, i) => (i === at % 4 && isLong ? { ...one, text: 'Ý dài hơn hẳn' } : one)),
    };
  };
  const patterns = (longest: number, of: number) =>
    keyPatterns(Array.from({ length: of }, (_, at) => long(at, at < longest))).filter(
      ({ code }) => code === 'longest-option',
    );

  it('are told where the key is the longest option far more often than by chance', () => {
    expect(patterns(16, 20)).toEqual([{ code: 'longest-option', count: 16, of: 20 }]);
  });

  it('are not told where chance does it, nor of a few questions', () => {
    expect(patterns(6, 20)).toEqual([]);
    expect(patterns(9, 9)).toEqual([]);
  });
});
