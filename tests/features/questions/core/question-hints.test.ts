import { describe, expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionHints } from '#app/features/questions/core/question-hints.ts';
import {
  fiveSteps,
  howFar,
  opinion,
  statement,
  threeBlanks,
  threeStatements,
  twoOfFive,
  whenIssued,
  whoIssued,
  whoWithWhat,
} from './questions.ts';

function withOptions(...texts: string[]): QuestionBody {
  return { ...whenIssued, correct: '0', options: texts.map((text, index) => ({ id: String(index), text })) };
}

const several = twoOfFive('proportional');

describe('hints', () => {
  it.each<QuestionBody>([
    whenIssued,
    several,
    statement,
    whoIssued(),
    ...[threeStatements, whoWithWhat, fiveSteps, howFar(), threeBlanks, opinion],
    withOptions('Nhóm máu A', 'Nhóm máu B'),
    withOptions('Tất cả các cơ quan trên cả nước', 'Không có lực lượng nào đứng ngoài cuộc'),
    withOptions('ma', 'má', 'mạ'),
    { ...whoIssued(), stem: 'Trong mấy giờ? (Ghi một số.)', answers: [{ text: 'một', fraction: 1 }] },
  ])('stay silent on a good question (%#)', (body) => {
    expect(questionHints(body)).toEqual([]);
  });

  it.each<[string, QuestionBody, string]>([
    [
      'all statements are true',
      { ...threeStatements, statements: threeStatements.statements.map((one) => ({ ...one, answer: true })) },
      'statements statements-all-alike',
    ],
    [
      'every choice serves one prompt',
      { ...whoWithWhat, pairs: { p: 'x', q: 'y', r: 'z' } },
      'choices no-spare-choice',
    ],
    [
      'a fraction has no tolerance',
      howFar({ answers: [{ value: 12.5, tolerance: 0, toleranceKind: 'absolute', fraction: 1 }] }),
      'answers[0].tolerance no-tolerance',
    ],
    ['an essay has no criteria', { ...opinion, rubric: [] }, 'rubric no-rubric'],
    [
      'its key is much the longest',
      withOptions('Bảo vệ nền tảng tư tưởng của Đảng', 'Đoàn kết', 'Kỷ luật'),
      'correct longest-option-is-key',
    ],
    [
      'an option means all the others',
      withOptions('Một', 'Hai', 'Tất cả các ý trên'),
      'options[2].text refers-to-other-options',
    ],
    [
      'an option means all three',
      withOptions('Một', 'Hai', 'Cả ba đáp án trên đều đúng.'),
      'options[2].text refers-to-other-options',
    ],
    [
      'an option means none',
      withOptions('Một', 'Hai', 'Không có phương án nào'),
      'options[2].text refers-to-other-options',
    ],
    ['an option names letters', withOptions('Một', 'Hai', 'Cả A và B'), 'options[2].text refers-to-other-options'],
    [
      'an option names three letters',
      withOptions('Một', 'Hai', 'A, B và C đều đúng'),
      'options[2].text refers-to-other-options',
    ],
    [
      'two options differ in spelling only',
      withOptions('Kỷ luật', 'Hoà bình', 'hòa  bình.'),
      'options[2].text similar-options',
    ],
    ['one of many is right', { ...several, correct: ['a'] }, 'correct one-right-option'],
    ['everything is right', { ...several, correct: ['a', 'b', 'c', 'd', 'e'] }, 'correct every-option-right'],
    ['the stem tells the answer', { ...whoIssued(), stem: 'Ai lập ra **Bộ Chính trị**?' }, 'stem answer-in-stem'],
  ])('say that %s', (_, body, hint) => {
    expect(questionHints(body).map(({ field, code }) => `${field} ${code}`)).toEqual([hint]);
  });

  it('let "all of the above" pass when it keeps its place, but never letters', () => {
    const keep = (text: string): QuestionBody => ({
      ...whenIssued,
      options: [...whenIssued.options.slice(0, 3), { id: 'd', text, fixed: true }],
    });
    expect(questionHints(keep('Tất cả các ý trên'))).toEqual([]);
    expect(questionHints(keep('A và B'))).toHaveLength(1);
  });
});
