import { describe, expect, it } from 'vitest';
import {
  type ContentQuestion,
  contentProblems,
  questionBodyOf,
} from '#app/features/questions/core/content-question.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { contentQuestionSchema } from '#app/features/questions/schema.ts';

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

const written = (question: object): QuestionBody =>
  questionBodyOf(contentQuestionSchema.parse({ ...common, ...question }));

describe('a question of the course content', () => {
  it('becomes a question of a later type, with what is left out filled in', () => {
    expect(
      written({
        type: 'matching',
        pairs: [
          { prompt: 'P', choice: 'X' },
          { prompt: 'Q', choice: 'X' },
        ],
        extra: ['Y'],
      }),
    ).toMatchObject({
      choices: [
        { id: 'a', text: 'X' },
        { id: 'b', text: 'Y' },
      ],
      pairs: { a: 'a', b: 'a' },
      scoring: 'proportional',
    });
    expect(written({ type: 'numerical', answers: [8] })).toMatchObject({
      answers: [{ value: 8, tolerance: 0, toleranceKind: 'absolute', fraction: 1 }],
      unitPolicy: 'not-asked',
    });
    expect(
      written({
        type: 'blanks',
        stem: '{{a}} {{b}}',
        blanks: [
          { id: 'a', number: 1 },
          { id: 'b', answers: ['x'] },
        ],
      }),
    ).toMatchObject({
      blanks: [
        { kind: 'number', weight: 1 },
        { kind: 'text', matching: { case: false } },
      ],
    });
    expect(written({ type: 'ordering', items: ['Một', 'Hai'] })).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }] });
    expect(written({ type: 'essay' })).toMatchObject({ rubric: [], maxWords: 0, markerNotes: '' });
  });

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

  it('says what is to be said of a pair and of a blank', () => {
    const pairs = [
      { prompt: 'Một', choice: 'a', feedback: 'Về một.' },
      { prompt: 'Hai', choice: 'b' },
    ];
    const paired = questionBodyOf({ ...common, type: 'matching', pairs, extra: [], scoring: 'proportional' });
    expect(paired).toMatchObject({
      prompts: [
        { id: 'a', text: 'Một', feedback: 'Về một.' },
        { id: 'b', text: 'Hai' },
      ],
    });
    const filled = written({
      type: 'blanks',
      stem: 'Năm {{1}}.',
      blanks: [{ id: '1', number: 2018, feedback: 'Về năm.' }],
    });
    expect(filled).toMatchObject({ blanks: [{ id: '1', weight: 1, kind: 'number', feedback: 'Về năm.' }] });
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
      'a prompt and a choice left empty',
      {
        ...{ ...common, type: 'matching', extra: ['x', 'x'], scoring: 'proportional' },
        pairs: [
          { prompt: '', choice: 'a' },
          { prompt: 'Hai', choice: 'b' },
        ],
      },
      ['pairs[0].prompt missing', 'extra duplicate'],
    ],
    [
      'a blank whose right option is not among them',
      {
        ...{ ...common, type: 'blanks', stem: 'Tại {{1}}.' },
        blanks: [{ id: '1', weight: 1, options: ['Huế', 'Hà Nội'], correct: 'Đà Nẵng' }],
      },
      ['blanks[0].correct unknown-option'],
    ],
    [
      'items that repeat each other',
      { ...common, type: 'ordering', items: ['Một', 'Một'], scoring: 'next-to' },
      ['items[1] duplicate'],
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
