import { describe, expect, it } from 'vitest';
import {
  type ContentQuestion,
  contentProblems,
  questionBodyOf,
} from '#app/features/questions/core/content-question.ts';

const common = {
  code: 'nq35-01-q001',
  difficulty: 'easy' as const,
  tags: [],
  stem: 'Câu hỏi?',
  explanation: 'Vì vậy.',
  source: 'Điều 1',
};
const right = { text: 'Một', correct: true };
const wrong = { text: 'Hai', feedback: 'Xem lại.' };
const last = { text: 'Tất cả các ý trên', fixed: true };

describe('a question of the course content', () => {
  it('becomes a single choice question with ids in written order', () => {
    expect(questionBodyOf({ ...common, type: 'single', options: [wrong, right, last] })).toEqual({
      type: 'single',
      stem: 'Câu hỏi?',
      options: [
        { id: 'a', text: 'Hai', feedback: 'Xem lại.' },
        { id: 'b', text: 'Một' },
        { id: 'c', text: 'Tất cả các ý trên', fixed: true },
      ],
      correct: 'b',
    });
  });

  it('becomes a multiple choice question in which wrong choices cost', () => {
    const body = questionBodyOf({ ...common, type: 'multiple', options: [right, wrong, { ...last, correct: true }] });
    expect(body).toMatchObject({ type: 'multiple', correct: ['a', 'c'], scoring: 'right-minus-wrong' });
  });

  it('becomes a statement or a short answer', () => {
    expect(questionBodyOf({ ...common, type: 'true-false', answer: false, feedbackTrue: 'Không.' })).toEqual({
      type: 'true-false',
      stem: 'Câu hỏi?',
      answer: false,
      feedbackTrue: 'Không.',
    });
    expect(questionBodyOf({ ...common, type: 'short-answer', answers: ['Đảng'], matching: 'ignore-tones' })).toEqual({
      type: 'short-answer',
      stem: 'Câu hỏi?',
      answers: [{ text: 'Đảng', fraction: 1 }],
      matching: { case: false, tones: 'ignore', spelling: 'equivalent' },
    });
  });

  it.each<[string, ContentQuestion, string[]]>([
    ['one of two', { ...common, type: 'single', options: [right, wrong] }, []],
    ['none of two', { ...common, type: 'single', options: [wrong, last] }, ['options too-few-right']],
    [
      'two where one is asked',
      { ...common, type: 'single', options: [right, { ...wrong, correct: true }] },
      ['options too-many-right'],
    ],
    [
      'one where several are asked',
      { ...common, type: 'multiple', options: [right, wrong] },
      ['options too-few-right'],
    ],
    [
      'none where several are asked',
      { ...common, type: 'multiple', options: [wrong, last] },
      ['options too-few-right'],
    ],
    [
      'an empty answer',
      { ...common, type: 'short-answer', answers: ['x', ''], matching: 'exact' },
      ['answers[1] missing'],
    ],
  ])('with %s right has the problems that follow', (_, content, problems) => {
    expect(contentProblems(content).map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });
});
