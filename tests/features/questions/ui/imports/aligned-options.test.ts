import { expect, it } from 'vitest';
import { alignedOptions } from '#app/features/questions/ui/imports/near-pair.tsx';

it('puts what both questions have first, so that only another option is marked', () => {
  expect(alignedOptions(['một', 'hai', 'tư'], ['ba', 'hai', 'một'])).toEqual([
    ['một', 'hai', 'tư'],
    ['một', 'hai', 'ba'],
  ]);
  expect(alignedOptions([], ['a'])).toEqual([[], ['a']]);
});
