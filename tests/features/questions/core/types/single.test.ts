import { describe, expect, it } from 'vitest';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { single } from '#app/features/questions/core/types/single.ts';
import { whenIssued } from '#tests/features/questions/core/questions.ts';

const order = ['c', 'b', 'a', 'd'];

describe('single choice', () => {
  it.each([
    [0, 'c'],
    ['1', 'b'],
    ['3', 'd'],
    ['', null],
    [null, null],
    [undefined, null],
    ['4', invalidResponse],
    [-1, invalidResponse],
    [0.5, invalidResponse],
    ['01', invalidResponse],
    ['b', invalidResponse],
    [' 1', invalidResponse],
    [true, invalidResponse],
    [['1'], invalidResponse],
    [{ length: 1 }, invalidResponse],
  ])('reads %j as what stands there', (raw, response) => {
    expect(single.readResponse(raw, whenIssued, order)).toBe(response);
  });

  it('earns everything for the key and nothing for the rest', () => {
    expect(['a', 'b', 'c', 'd', 'x', null].map((id) => single.grade(whenIssued, id))).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('reveals the key and the feedback by displayed position', () => {
    expect(single.reveal(whenIssued, order, null)).toEqual({
      right: [1],
      feedback: { 1: 'Đúng.', 2: 'Xem lại bài 1.' },
    });
  });

  it('speaks plain text in tables', () => {
    expect(single.responseText(whenIssued, 'b')).toBe('22/10/2018');
    expect(single.rightAnswerText(whenIssued)).toBe('22/10/2018');
    expect(single.presentResponse(whenIssued, 'gone', order)).toBeNull();
  });
});
