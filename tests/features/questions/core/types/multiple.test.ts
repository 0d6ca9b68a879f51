import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { multiple } from '#app/features/questions/core/types/multiple.ts';
import { twoOfFive } from '#tests/features/questions/core/questions.ts';

const order = ['e', 'c', 'a', 'b', 'd'];
const body = twoOfFive('proportional');

describe('multiple choice', () => {
  it.each([
    [
      [1, 2],
      ['a', 'c'],
    ],
    [
      ['2', '1', '1'],
      ['a', 'c'],
    ],
    ['0', ['e']],
    [3, ['b']],
    [['', '3'], ['b']],
    [[], null],
    [[''], null],
    ['', null],
    [undefined, null],
    [[0, 5], invalidResponse],
    [['a'], invalidResponse],
    [[[0]], invalidResponse],
  ])('reads %j as the sorted choices that stand there', (raw, response) => {
    expect(multiple.readResponse(raw, body, order)).toEqual(response);
  });

  it.each([
    // chosen; all-or-nothing, proportional, right-minus-wrong
    [['a', 'c'], 1, 1, 1],
    [['a'], 0, 0.5, 0.5],
    [['a', 'b'], 0, 0.5, 0],
    [['b'], 0, 0, 0],
    [['a', 'b', 'c'], 0, 0.5, 0.5],
    [['a', 'b', 'd'], 0, 0, 0],
    [['a', 'b', 'c', 'd'], 0, 0, 0],
    [['a', 'b', 'c', 'd', 'e'], 0, 0, 0],
    [[], 0, 0, 0],
    [null, 0, 0, 0],
  ])(
    'where a and c are right, %j earns %d, %d or %d by rule',
    (chosen, allOrNothing, proportional, rightMinusWrong) => {
      expect(multiple.grade(twoOfFive('all-or-nothing'), chosen)).toBe(allOrNothing);
      expect(multiple.grade(twoOfFive('proportional'), chosen)).toBe(proportional);
      expect(multiple.grade(twoOfFive('right-minus-wrong'), chosen)).toBe(rightMinusWrong);
    },
  );

  it('never earns more by a stricter rule', () => {
    fc.assert(
      fc.property(fc.subarray(order), (chosen) => {
        const earned = (scoring: Parameters<typeof twoOfFive>[0]) => multiple.grade(twoOfFive(scoring), chosen) ?? -1;
        expect(earned('all-or-nothing')).toBeLessThanOrEqual(earned('right-minus-wrong'));
        expect(earned('right-minus-wrong')).toBeLessThanOrEqual(earned('proportional'));
      }),
    );
  });

  it('reveals every right position', () => {
    expect(multiple.reveal(body, order, null)).toEqual({ right: [1, 2], feedback: {} });
    expect(multiple.rightAnswerText(body)).toBe('Ý a; Ý c');
    expect(multiple.responseText(body, ['b'])).toBe('Ý b');
  });
});
