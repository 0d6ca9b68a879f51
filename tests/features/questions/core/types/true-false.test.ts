import { describe, expect, it } from 'vitest';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { trueFalse } from '#app/features/questions/core/types/true-false.ts';
import { statement } from '#tests/features/questions/core/questions.ts';

describe('true or false', () => {
  it.each([
    ['true', true],
    ['false', false],
    [true, true],
    ['', null],
    [null, null],
    ['TRUE', invalidResponse],
    [1, invalidResponse],
    [['true'], invalidResponse],
  ])('reads %j as what it says', (raw, response) => {
    expect(trueFalse.readResponse(raw, statement, [])).toBe(response);
  });

  it('earns everything or nothing', () => {
    expect([true, false, null].map((response) => trueFalse.grade(statement, response))).toEqual([1, 0, 0]);
    expect(trueFalse.grade({ ...statement, answer: false }, null)).toBe(0);
  });

  it('reveals the truth, and the feedback by what was sent', () => {
    expect(trueFalse.reveal(statement, [], null)).toEqual({
      right: true,
      feedback: { false: 'Bộ Chính trị khóa XII ban hành.' },
    });
  });
});
