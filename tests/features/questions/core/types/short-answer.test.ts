import { describe, expect, it } from 'vitest';
import { invalidResponse, type Matching } from '#app/features/questions/core/question.ts';
import { shortAnswer } from '#app/features/questions/core/types/short-answer.ts';
import { whoIssued } from '#tests/features/questions/core/questions.ts';

function earned(written: string, typed: string, matching: Partial<Matching>): number | null {
  return shortAnswer.grade({ ...whoIssued(matching), answers: [{ text: written, fraction: 1 }] }, typed);
}

describe('short answer', () => {
  it.each([
    ['  Bộ Chính trị \n', 'Bộ Chính trị'],
    ['Bộ Chính trị'.normalize('NFD'), 'Bộ Chính trị'],
    ['invalid', 'invalid'],
    ['0', '0'],
    ['a\u0000b\ud800c', 'a b c'],
    ['x'.repeat(500), 'x'.repeat(500)],
    ['ộ'.normalize('NFD').repeat(500), 'ộ'.repeat(500)],
    ['   ', null],
    ['\u0000', null],
    ['', null],
    [undefined, null],
    ['x'.repeat(501), invalidResponse],
    [12, invalidResponse],
    [['a'], invalidResponse],
  ])('reads %j as trimmed NFC text', (raw, response) => {
    expect(shortAnswer.readResponse(raw, whoIssued(), [])).toBe(response);
  });

  it.each<[string, string, Partial<Matching>, boolean]>([
    ['Bộ Chính trị', 'bộ  chính trị', {}, true],
    ['Bộ Chính trị', 'bộ chính trị', { case: true }, false],
    ['Bộ Chính trị', 'Bộ Chính trị', { case: true, spelling: 'exact' }, true],
    ['Bộ Chính trị', 'bo chinh tri', {}, false],
    ['Bộ Chính trị', 'bo chinh tri', { tones: 'ignore' }, true],
    ['Đảng ủy', 'dang uy', { tones: 'ignore' }, true],
    ['Đảng ủy', 'Đảng uỷ', {}, true],
    ['Đảng ủy', 'Đảng uỷ', { spelling: 'exact' }, false],
    ['hòa bình', 'Hoà bình', {}, true],
    ['kỹ thuật', 'kĩ thuật', {}, true],
    ['kỹ thuật', 'kĩ thuật', { spelling: 'exact' }, false],
    ['kỹ thuật', 'ki thuat', { tones: 'ignore' }, true],
    ['thúy', 'thúi', { tones: 'ignore' }, false],
    ['thúy', 'thuý'.normalize('NFD'), {}, true],
    ['năm', 'nam', {}, false],
    ['Nghị quyết 35', 'Nghị quyết 36', { tones: 'ignore' }, false],
  ])('where %j is right, %j under %j is right: %s', (written, typed, matching, isRight) => {
    expect(earned(written, typed, matching)).toBe(isRight ? 1 : 0);
  });

  it('earns the most that a matching answer gives', () => {
    expect(shortAnswer.grade(whoIssued(), 'trung ương')).toBe(0.5);
    const twice = [
      { text: 'trung uong', fraction: 0.25 },
      { text: 'Trung ương', fraction: 0.75 },
    ];
    expect(shortAnswer.grade({ ...whoIssued({ tones: 'ignore' }), answers: twice }, 'Trung Ương')).toBe(0.75);
  });

  it('keeps a wild fraction between 0 and 1', () => {
    const wild = [5, -1, Number.NaN].map((fraction) => ({ ...whoIssued(), answers: [{ text: 'x', fraction }] }));
    expect(wild.map((body) => shortAnswer.grade(body, 'x'))).toEqual([1, 0, 0]);
  });

  it('reveals the answers that earn most', () => {
    expect(shortAnswer.reveal(whoIssued(), [], null)).toEqual({ right: ['Bộ Chính trị'], feedback: {} });
  });
});
