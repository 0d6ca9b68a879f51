import { describe, expect, it } from 'vitest';
import { canonicalQuestion, type QuestionContent } from '#app/features/questions/core/canonical-question.ts';
import { statement, twoOfFive, whenIssued } from './questions.ts';

const base: QuestionContent = { body: whenIssued, explanation: 'Vì vậy.', source: 'Điều 1', tags: ['a', 'b'] };

describe('the canonical form of a question', () => {
  it.each<[string, QuestionContent]>([
    ['the order of keys', { tags: ['a', 'b'], source: 'Điều 1', explanation: 'Vì vậy.', body: whenIssued }],
    ['the order of tags', { ...base, tags: ['b', 'a'] }],
    ['Unicode form and outer spaces', { ...base, explanation: ' Vì vậy.\r\n'.normalize('NFD') }],
    [
      'empty optional fields',
      {
        ...base,
        difficulty: undefined,
        body: {
          ...whenIssued,
          options: whenIssued.options.map((option) => ({ fixed: false, feedback: '', ...option })),
        },
      },
    ],
  ])('does not know %s', (_, other) => {
    expect(canonicalQuestion(other)).toBe(canonicalQuestion(base));
  });

  it('does not know the order of right options, nor that of line ends', () => {
    const body = twoOfFive('proportional');
    expect(canonicalQuestion({ body: { ...body, correct: ['c', 'a'] } })).toBe(canonicalQuestion({ body }));
    expect(canonicalQuestion({ body: { ...body, stem: 'x\r\ny' } })).toBe(
      canonicalQuestion({ body: { ...body, stem: 'x\ny' } }),
    );
  });

  it.each<[string, QuestionContent]>([
    ['the key', { ...base, body: { ...whenIssued, correct: 'a' } }],
    ['the order of options', { ...base, body: { ...whenIssued, options: [...whenIssued.options].reverse() } }],
    ['the explanation', { ...base, explanation: 'Vì thế.' }],
    ['the source', { ...base, source: undefined }],
    ['the difficulty', { ...base, difficulty: 'hard' }],
    ['a tag', { ...base, tags: ['a'] }],
  ])('changes with %s', (_, other) => {
    expect(canonicalQuestion(other)).not.toBe(canonicalQuestion(base));
  });

  it('tells a false statement from a true one', () => {
    expect(canonicalQuestion({ body: { ...statement, answer: false } })).toContain('"answer":false');
  });
});
