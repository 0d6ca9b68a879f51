import { describe, expect, it } from 'vitest';
import { invalidResponse, type OrderScoring } from '#app/features/questions/core/question.ts';
import { ordering } from '#app/features/questions/core/types/ordering.ts';
import { fiveSteps } from '#tests/features/questions/core/questions.ts';

const order = ['d', 'b', 'e', 'a', 'c'];

describe('ordering', () => {
  it.each<[unknown, unknown]>([
    [
      [3, 1, 4, 0, 2],
      ['a', 'b', 'c', 'd', 'e'],
    ],
    [
      ['0', '1', '2', '3', '4'],
      ['d', 'b', 'e', 'a', 'c'],
    ],
    // Without JavaScript each displayed item gets its rank.
    [{ 0: '4', 1: '2', 2: '5', 3: '1', 4: '3' }, ['a', 'b', 'c', 'd', 'e']],
    [{ 0: '', 1: '' }, null],
    [[], null],
    ['', null],
    // Of equal ranks the one displayed first comes first; items without a rank come last.
    [{ 0: '2', 1: '2', 2: '1', 3: '4', 4: '5' }, ['e', 'd', 'b', 'a', 'c']],
    [{ 3: '1', 4: '2' }, ['a', 'c', 'd', 'b', 'e']],
    [{ 0: '0', 1: '1', 2: '2', 3: '3', 4: '4' }, invalidResponse],
    [{ 0: '6', 1: '1', 2: '2', 3: '3', 4: '4' }, invalidResponse],
    [[0, 1, 2, 3], invalidResponse],
    [[0, 0, 1, 2, 3], invalidResponse],
    [[0, 1, 2, 3, 9], invalidResponse],
    [3, invalidResponse],
  ])('reads %j as the items in the chosen order', (raw, response) => {
    expect(ordering.readResponse(raw, fiveSteps, order)).toEqual(response);
  });

  it.each<[string, Record<OrderScoring, number>]>([
    ['abcde', { 'all-or-nothing': 1, 'in-place': 1, 'next-to': 1 }],
    ['bacde', { 'all-or-nothing': 0, 'in-place': 3 / 5, 'next-to': 2 / 4 }],
    ['eabcd', { 'all-or-nothing': 0, 'in-place': 0, 'next-to': 3 / 4 }],
    ['edcba', { 'all-or-nothing': 0, 'in-place': 1 / 5, 'next-to': 0 }],
    ['abc', { 'all-or-nothing': 0, 'in-place': 0, 'next-to': 0 }],
    ['aabcd', { 'all-or-nothing': 0, 'in-place': 0, 'next-to': 0 }],
    ['abcdx', { 'all-or-nothing': 0, 'in-place': 0, 'next-to': 0 }],
  ])('%s earns %j', (chosen, earned) => {
    for (const [scoring, fraction] of Object.entries(earned)) {
      expect(ordering.grade({ ...fiveSteps, scoring: scoring as OrderScoring }, [...chosen])).toBeCloseTo(fraction, 12);
    }
  });

  it('reveals the displayed positions in the right order', () => {
    expect(ordering.reveal(fiveSteps, order, null).right).toEqual([3, 1, 4, 0, 2]);
    expect(ordering.responseText(fiveSteps, ['b', 'a', 'c', 'd', 'e'])).toBe(
      'Bước b → Bước a → Bước c → Bước d → Bước e',
    );
  });
});
