import { describe, expect, it } from 'vitest';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { feedbackOn } from '#app/features/questions/core/question-types.ts';
import { blanks } from '#app/features/questions/core/types/blanks.ts';
import { threeBlanks } from '#tests/features/questions/core/questions.ts';

// Of the one choice, Hà Nội first.
const order = ['b', 'a'];

describe('blanks in a text', () => {
  it('are known by their place in the text, whatever they are called', () => {
    expect(blanks.present(threeBlanks, order)).toEqual({
      type: 'blanks',
      stem: 'Nghị quyết do {{0}} ban hành năm {{1}} tại {{2}}.',
      blanks: [
        { position: 0, kind: 'text' },
        { position: 1, kind: 'number' },
        {
          position: 2,
          kind: 'choice',
          options: [
            { position: 0, text: 'Hà Nội' },
            { position: 1, text: 'Huế' },
          ],
        },
      ],
    });
  });

  it.each<[unknown, unknown]>([
    [
      { 0: ' Bộ Chính trị ', 1: '2018', 2: '0' },
      { who: 'Bộ Chính trị', year: '2018', where: 'b' },
    ],
    [{ 2: 1 }, { where: 'a' }],
    [{ 0: '  ', 1: '' }, null],
    [{ 2: 2 }, invalidResponse],
    [{ 3: 'x' }, invalidResponse],
    [{ 0: 5 }, invalidResponse],
    [{ 0: 'x'.repeat(501) }, invalidResponse],
    ['Bộ Chính trị', invalidResponse],
  ])('read %j', (raw, response) => {
    expect(blanks.readResponse(raw, threeBlanks, order)).toEqual(response);
  });

  // The year counts twice, the others once.
  it.each<[Record<string, string>, number]>([
    [{ who: 'bộ chính trị', year: '2018', where: 'b' }, 1],
    [{ who: 'Trung ương', year: 'năm 2018', where: 'b' }, 1.5 / 4],
    [{ who: 'Trung ương', year: '2018', where: 'b' }, 3.5 / 4],
    [{ year: '2.018' }, 2 / 4],
    [{ year: '2019', where: 'b' }, 1 / 4],
    [{ where: 'a' }, 0],
    [{}, 0],
  ])('earn for %j %d', (response, fraction) => {
    expect(blanks.grade(threeBlanks, response)).toBeCloseTo(fraction, 12);
  });

  it('say of each that was filled what its author says of it', () => {
    const body = {
      ...threeBlanks,
      blanks: threeBlanks.blanks.map((blank) => ({ ...blank, feedback: `Về ${blank.id}.` })),
    };
    expect(blanks.reveal(body, order, null).feedback).toEqual({ 0: 'Về who.', 1: 'Về year.', 2: 'Về where.' });
    expect(feedbackOn(body, { year: '1', where: 'a' }, order)).toEqual({ 1: 'Về year.', 2: 'Về where.' });
    expect(JSON.stringify(blanks.present(body, order))).not.toContain('Về ');
    const long = [{ ...body.blanks[0]!, feedback: 'x'.repeat(2001) }, ...body.blanks.slice(1)];
    expect(blanks.problems({ ...body, blanks: long })).toEqual([{ field: 'blanks[0].feedback', code: 'too-long' }]);
  });

  it('are complete when each is filled', () => {
    expect(blanks.isComplete(threeBlanks, { who: 'x', year: '1' })).toBe(false);
    expect(blanks.isComplete(threeBlanks, { who: 'x', year: '1', where: 'a' })).toBe(true);
  });

  it('reveal texts, and of a choice the displayed position', () => {
    expect(blanks.reveal(threeBlanks, order, null).right).toEqual({ 0: ['Bộ Chính trị'], 1: ['2018'], 2: 0 });
    expect(blanks.rightAnswerText(threeBlanks)).toBe('(1) Bộ Chính trị; (2) 2018; (3) Hà Nội');
    expect(blanks.responseText(threeBlanks, { who: 'Đảng', where: 'a' })).toBe('(1) Đảng; (3) Huế');
  });
});
