import { describe, expect, it } from 'vitest';
import type { QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { choiceParts, type ResponseCount } from '#app/features/quiz/core/statistics/choices.ts';
import { countResponses } from '#app/features/quiz/core/statistics/count-responses.ts';
import type { Third, ThirdCounts } from '#app/features/quiz/core/statistics/thirds.ts';

/** `given[i]` = a response and how many of the lower, middle and upper third gave it. */
const counts = (...given: [QuestionResponse | null, ...ThirdCounts][]): ResponseCount[] =>
  given.flatMap(([response, ...byThird]) =>
    byThird.flatMap((count, third) => (count > 0 ? [{ response, third: third as Third, count }] : [])),
  );

const single: QuestionBody = {
  type: 'single',
  stem: 'Hỏi',
  options: [
    { id: 'a', text: 'Một' },
    { id: 'b', text: '**Hai**' },
    { id: 'c', text: 'Ba' },
  ],
  correct: 'a',
};

describe('Who chose what', () => {
  it('of a single choice question, by hand', () => {
    const [part, ...more] = choiceParts(single, counts(['a', 1, 2, 5], ['b', 3, 1, 0], [null, 1, 0, 0]));
    expect(more).toEqual([]);
    expect(part).toMatchObject({ text: null, isOverlapping: false, none: [1, 0, 0], asked: [5, 3, 5] });
    expect(part!.choices).toEqual([
      { kind: 'option', key: 'a', letter: 'A', text: 'Một', isRight: true, counts: [1, 2, 5] },
      { kind: 'option', key: 'b', letter: 'B', text: 'Hai', isRight: false, counts: [3, 1, 0] },
      { kind: 'option', key: 'c', letter: 'C', text: 'Ba', isRight: false, counts: [0, 0, 0] },
    ]);
  });

  it('of several options counts everybody once for each that was ticked', () => {
    const body: QuestionBody = { ...single, type: 'multiple', correct: ['a', 'c'], scoring: 'proportional' };
    const [part] = choiceParts(body, counts([['a', 'c'], 0, 0, 4], [['a', 'b'], 2, 0, 0]));
    expect(part).toMatchObject({ isOverlapping: true, asked: [2, 0, 4], none: [0, 0, 0] });
    expect(part!.choices.map(({ letter, isRight, counts: own }) => [letter, isRight, own])).toEqual([
      ['A', true, [2, 0, 4]],
      ['B', false, [2, 0, 0]],
      ['C', true, [0, 0, 4]],
    ]);
  });

  it('of true and false', () => {
    const [part] = choiceParts(
      { type: 'true-false', stem: '', answer: false },
      counts([true, 3, 1, 0], [false, 0, 1, 3]),
    );
    expect(part!.choices.map(({ kind, key, isRight, counts: own }) => [kind, key, isRight, own])).toEqual([
      ['truth', 'true', false, [3, 1, 0]],
      ['truth', 'false', true, [0, 1, 3]],
    ]);
  });

  it('of a cluster statement by statement, where one may be left empty', () => {
    const body: QuestionBody = {
      type: 'cluster',
      stem: '',
      scoring: 'proportional',
      statements: [
        { id: 's1', text: 'Ý một', answer: true },
        { id: 's2', text: 'Ý hai', answer: false },
      ],
    };
    const parts = choiceParts(body, counts([{ s1: 'true', s2: 'true' }, 2, 0, 0], [{ s1: 'true' }, 0, 0, 3]));
    expect(parts.map(({ text, none, asked }) => [text, none, asked])).toEqual([
      ['Ý một', [0, 0, 0], [2, 0, 3]],
      ['Ý hai', [0, 0, 3], [2, 0, 3]],
    ]);
    expect(parts[1]!.choices.map(({ isRight, counts: own }) => [isRight, own])).toEqual([
      [false, [2, 0, 0]],
      [true, [0, 0, 0]],
    ]);
  });

  it('of a matching prompt by prompt', () => {
    const body: QuestionBody = {
      type: 'matching',
      stem: '',
      scoring: 'proportional',
      prompts: [{ id: 'p1', text: 'Việt Nam' }],
      choices: [
        { id: 'c1', text: 'Huế' },
        { id: 'c2', text: 'Hà Nội' },
      ],
      pairs: { p1: 'c2' },
    };
    const [part] = choiceParts(body, counts([{ p1: 'c1' }, 4, 0, 0], [{ p1: 'c2' }, 0, 0, 4]));
    expect(part!.choices.map(({ letter, text, isRight, counts: own }) => [letter, text, isRight, own])).toEqual([
      ['A', 'Huế', false, [4, 0, 0]],
      ['B', 'Hà Nội', true, [0, 0, 4]],
    ]);
  });

  it('of a typed answer shows the frequent ones, the same whatever their case, and sums up the rare', () => {
    const body: QuestionBody = {
      type: 'short-answer',
      stem: '',
      answers: [{ text: 'sông Hồng', fraction: 1 }],
      matching: { case: false, tones: 'exact', spelling: 'exact' },
    };
    const given = counts(
      ['Sông Hồng', 0, 1, 1],
      ['sông  hồng', 0, 0, 1],
      ['Cửu Long', 3, 0, 0],
      ['cửu long', 0, 2, 0],
      ['Nguyễn Văn Bí Mật', 1, 0, 0],
      [null, 1, 0, 0],
    );
    const [part] = choiceParts(body, given);
    expect(part!.choices.map(({ text, isRight, counts: own }) => [text, isRight, own])).toEqual([
      ['sông hồng', true, [0, 1, 2]],
      ['cửu long', false, [3, 2, 0]],
    ]);
    expect(part).toMatchObject({ others: [1, 0, 0], none: [1, 0, 0], asked: [5, 3, 2] });
    expect(JSON.stringify(part)).not.toContain('bí mật');
  });

  it('of an order tells the frequent wrong ones by the places as written', () => {
    const body: QuestionBody = {
      type: 'ordering',
      stem: '',
      scoring: 'in-place',
      items: ['x', 'y', 'z'].map((id) => ({ id, text: id })),
    };
    const [part] = choiceParts(body, counts([['x', 'y', 'z'], 0, 0, 6], [['y', 'x', 'z'], 5, 0, 0]));
    expect(part!.choices.map(({ text, isRight, counts: own }) => [text, isRight, own])).toEqual([
      ['1-2-3', true, [0, 0, 6]],
      ['2-1-3', false, [5, 0, 0]],
    ]);
  });

  it('of an essay is nothing', () => {
    const body: QuestionBody = {
      type: 'essay',
      stem: '',
      minWords: 0,
      maxWords: 0,
      maxFiles: 0,
      rubric: [],
      markerNotes: '',
    };
    expect(choiceParts(body, counts(['Bài làm', 9, 9, 9]))).toEqual([]);
  });
});

describe('Counted responses', () => {
  const answer = (attemptId: string, response: string | null, gradedVersionId: string | null = null) => ({
    ...{ attemptId, questionVersionId: 'v1', gradedVersionId, response },
  });

  it('leave out attempts that are not meant, and know the key that graded most', () => {
    const thirds = new Map<string, Third>([
      ['a1', 0],
      ['a2', 2],
      ['a3', 2],
    ]);
    const given = [answer('a1', '"a"', 'v2'), answer('a2', '"b"', 'v2'), answer('a3', '"b"'), answer('other', '"a"')];
    expect(countResponses(given, thirds).get('v1')).toEqual({
      keyVersionId: 'v2',
      counts: [
        { response: '"a"', third: 0, count: 1 },
        { response: '"b"', third: 2, count: 2 },
      ],
    });
  });
});
