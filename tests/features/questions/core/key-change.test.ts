import { describe, expect, it } from 'vitest';
import { isKeyChanged, isKeyCompatible } from '#app/features/questions/core/key-change.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';

const part = (id: string, text = id) => ({ id, text });
const single: QuestionBody = { type: 'single', stem: '?', options: [part('a'), part('b')], correct: 'a' };
const multiple: QuestionBody = {
  ...{ type: 'multiple', stem: '?', options: [part('a'), part('b')] },
  ...{ correct: ['a'], scoring: 'proportional' },
};
const matching = { case: false, tones: 'exact', spelling: 'exact' } as const;
const short: QuestionBody = { type: 'short-answer', stem: '?', answers: [{ text: 'x', fraction: 1 }], matching };
const cluster: QuestionBody = {
  ...{ type: 'cluster', stem: '?', scoring: 'proportional' },
  statements: [
    { ...part('s1'), answer: true },
    { ...part('s2'), answer: false },
  ],
};
const pairs: QuestionBody = {
  ...{ type: 'matching', stem: '?', prompts: [part('p')], choices: [part('x'), part('y')], scoring: 'proportional' },
  pairs: { p: 'x' },
};
const ordering: QuestionBody = { type: 'ordering', stem: '?', items: [part('i'), part('j')], scoring: 'in-place' };
const numerical: QuestionBody = {
  ...{ type: 'numerical', stem: '?', units: [], unitPolicy: 'not-asked', unitPenalty: 0 },
  answers: [{ value: 3, tolerance: 0, toleranceKind: 'absolute', fraction: 1 }],
};
const blanks: QuestionBody = {
  ...{ type: 'blanks', stem: '{{1}}' },
  blanks: [{ id: '1', kind: 'choice', weight: 1, options: [part('o'), part('u')], correct: 'o' }],
};
const essay: QuestionBody = {
  ...{ type: 'essay', stem: '?', minWords: 0, maxWords: 0, maxFiles: 0, markerNotes: '' },
  rubric: [],
};

/** What an edit changes, then whether old answers can be graded by it, then whether they may earn something else. */
const cases: [string, QuestionBody, object, boolean, boolean][] = [
  ['nothing', single, {}, true, false],
  ['a word of the stem', single, { stem: '!' }, true, false],
  ['a word of an option', single, { options: [part('a', 'khác'), part('b')] }, true, false],
  ['the order of options', single, { options: [part('b'), part('a')] }, true, false],
  ['the key', single, { correct: 'b' }, true, true],
  ['one more option', single, { options: [part('a'), part('b'), part('c')] }, false, false],
  ['another option in its place', single, { options: [part('a'), part('c')] }, false, false],
  ['the keys of several', multiple, { correct: ['b', 'a'] }, true, true],
  ['the scoring', multiple, { scoring: 'all-or-nothing' }, true, true],
  ['the accepted texts', short, { answers: [{ text: 'y', fraction: 1 }] }, true, true],
  ['the policy of matching', short, { matching: { ...matching, tones: 'ignore' } }, true, true],
  [
    'a statement',
    cluster,
    {
      statements: [
        { ...part('s1'), answer: false },
        { ...part('s2'), answer: false },
      ],
    },
    true,
    true,
  ],
  [
    'the order of statements',
    cluster,
    {
      statements: [
        { ...part('s2'), answer: false },
        { ...part('s1'), answer: true },
      ],
    },
    true,
    false,
  ],
  ['a pair', pairs, { pairs: { p: 'y' } }, true, true],
  ['one more choice', pairs, { choices: [part('x'), part('y'), part('z')] }, false, false],
  ['the right order', ordering, { items: [part('j'), part('i')] }, true, true],
  [
    'a tolerance',
    numerical,
    { answers: [{ value: 3, tolerance: 1, toleranceKind: 'absolute', fraction: 1 }] },
    true,
    true,
  ],
  [
    'what is said of a number',
    numerical,
    { answers: [{ value: 3, tolerance: 0, toleranceKind: 'absolute', fraction: 1, feedback: '!' }] },
    true,
    false,
  ],
  [
    'what is said of a gap',
    { type: 'blanks', stem: '{{1}}', blanks: [{ id: '1', kind: 'text', weight: 1, answers: [], matching }] },
    { blanks: [{ id: '1', kind: 'text', weight: 1, answers: [], matching, feedback: '!' }] },
    true,
    false,
  ],
  [
    'a right gap',
    blanks,
    { blanks: [{ id: '1', kind: 'choice', weight: 1, options: [part('o'), part('u')], correct: 'u' }] },
    true,
    true,
  ],
  ['the kind of a gap', blanks, { blanks: [{ id: '1', kind: 'text', weight: 1, answers: [], matching }] }, false, true],
  ['the rubric, which a person applies', essay, { rubric: [{ id: 'r', text: 'R', levels: [] }] }, true, false],
];

describe('an edit of a question', () => {
  it.each(cases)('%s', (_what, before, change, isCompatible, isChanged) => {
    const after = { ...before, ...change } as QuestionBody;
    expect(isKeyCompatible(before, after)).toBe(isCompatible);
    expect(isKeyChanged(before, after)).toBe(isChanged);
  });

  it('grades nothing by another type', () => {
    const all = [single, multiple, short, cluster, pairs, ordering, numerical, blanks, essay];
    for (const before of all) for (const after of all) expect(isKeyCompatible(before, after)).toBe(before === after);
  });
});
