import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffleOptions } from '#app/features/questions/core/option-order.ts';
import { optionIds } from '#app/features/questions/core/question-types.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { anyBody, statement, whenIssued } from './questions.ts';

describe('the displayed order of options', () => {
  it('holds every option once and leaves the fixed ones in place', () => {
    fc.assert(
      fc.property(anyBody, fc.string(), (body, seed) => {
        const order = shuffleOptions(body, seededRandom(seed));
        expect([...order].sort()).toEqual(optionIds(body).sort());
        if (!('options' in body)) return;
        body.options.forEach(({ id, fixed }, index) => {
          if (fixed) expect(order[index]).toBe(id);
        });
      }),
    );
  });

  it('is the same for the same seed and reaches every order', () => {
    const draw = (seed: number) => shuffleOptions(whenIssued, seededRandom(`paper-${seed}`)).join('');
    expect(draw(1)).toBe(draw(1));
    expect(new Set(Array.from({ length: 100 }, (_, seed) => draw(seed)))).toEqual(
      new Set(['abcd', 'acbd', 'bacd', 'bcad', 'cabd', 'cbad']),
    );
  });

  it('is empty for a question without options', () => {
    expect(shuffleOptions(statement, seededRandom('s'))).toEqual([]);
  });
});
