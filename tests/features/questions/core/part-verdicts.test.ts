import { describe, expect, test } from 'vitest';
import { type PartVerdict, partVerdicts } from '#app/features/questions/core/part-verdicts.ts';
import type { QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { optionIds } from '#app/features/questions/core/question-types.ts';

const cluster: QuestionBody = {
  ...{ type: 'cluster', stem: 'x', scoring: 'proportional' },
  statements: [
    { id: 's1', text: '1', answer: true },
    { id: 's2', text: '2', answer: false },
    { id: 's3', text: '3', answer: true },
  ],
};
const matching: QuestionBody = {
  ...{ type: 'matching', stem: 'x', scoring: 'proportional', pairs: { p1: 'c2', p2: 'c1' } },
  prompts: ['p1', 'p2'].map((id) => ({ id, text: id })),
  choices: ['c1', 'c2', 'c3'].map((id) => ({ id, text: id })),
};
const ordering: QuestionBody = {
  ...{ type: 'ordering', stem: 'x', scoring: 'in-place' },
  items: ['i1', 'i2', 'i3'].map((id) => ({ id, text: id })),
};
const loose = { case: false, tones: 'ignore', spelling: 'equivalent' } as const;
const blanks: QuestionBody = {
  type: 'blanks',
  stem: 'Ở {{b2}} năm {{b1}}, {{b3}}',
  blanks: [
    { id: 'b1', kind: 'number', weight: 1, answers: [{ value: 1945, tolerance: 0, fraction: 1 }] },
    {
      ...{ id: 'b2', kind: 'text', weight: 3, matching: loose },
      answers: [
        { text: 'Hà Nội', fraction: 1 },
        { text: 'Thăng Long', fraction: 0.5 },
      ],
    },
    { id: 'b3', kind: 'choice', weight: 1, correct: 'o2', options: ['o1', 'o2'].map((id) => ({ id, text: id })) },
  ],
};

describe('The verdict on each part', () => {
  const table: [string, QuestionBody, QuestionResponse | null, Record<string, PartVerdict>][] = [
    ['of a cluster', cluster, { s1: 'true', s2: 'true' }, { 0: 'right', 1: 'wrong', 2: 'unanswered' }],
    ['of a matching', matching, { p1: 'c2', p2: 'c3' }, { 0: 'right', 1: 'wrong' }],
    ['of an order', ordering, ['i1', 'i3', 'i2'], { 0: 'right', 1: 'wrong', 2: 'wrong' }],
    ['of no order', ordering, null, { 0: 'unanswered', 1: 'unanswered', 2: 'unanswered' }],
    [
      'of blanks in reading order',
      blanks,
      { b1: '1945', b2: 'thang long', b3: 'o1' },
      { 0: 'partial', 1: 'right', 2: 'wrong' },
    ],
    ['of blanks left empty', blanks, { b2: 'ha noi' }, { 0: 'right', 1: 'unanswered', 2: 'unanswered' }],
    ['is none for a question of one part', { type: 'true-false', stem: 'x', answer: true }, true, {}],
  ];
  test.each(table)('%s', (_title, body, response, expected) => {
    expect(partVerdicts(body, response, optionIds(body))).toEqual(expected);
  });
});
