// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readEarly } from '#app/features/quiz/ui/use-early-answers.ts';
import { shown } from './sheets/held-sheet.tsx';

type Question = Parameters<typeof readEarly>[0];

describe('What was answered before the page was alive', () => {
  const texts = shown('một', 'hai', 'ba');
  const blanks: Question['blanks'] = [
    { position: 0, kind: 'text' },
    { position: 1, kind: 'choice', options: [] },
  ];
  const table: [string, Partial<Question>, Record<string, string | string[]>, unknown][] = [
    ['nothing', { type: 'single' }, {}, null],
    ['a choice', { type: 'single' }, { a3: '2' }, 2],
    ['several choices', { type: 'multiple' }, { a3: ['0', '2'] }, [0, 2]],
    ['a truth', { type: 'true-false' }, { a3: 'false' }, 'false'],
    ['a text', { type: 'short-answer' }, { a3: 'sông Hồng' }, 'sông Hồng'],
    ['a number', { type: 'numerical' }, { a3: '12,5' }, '12,5'],
    [
      'some statements',
      { type: 'cluster', statements: texts },
      { 'a3.0': 'true', 'a3.2': 'false' },
      { 0: 'true', 2: 'false' },
    ],
    ['a pair', { type: 'matching', prompts: texts }, { 'a3.0': '', 'a3.1': '2' }, { 1: 2 }],
    ['blanks', { type: 'blanks', blanks }, { 'a3.0': '12', 'a3.1': '1' }, { 0: '12', 1: 1 }],
    ['no blanks', { type: 'blanks', blanks }, { 'a3.0': '' }, null],
    ['ranks', { type: 'ordering', items: texts }, { 'a3.0': '3', 'a3.1': '1', 'a3.2': '2' }, [1, 2, 0]],
    ['one rank', { type: 'ordering', items: texts }, { 'a3.2': '1' }, [2, 0, 1]],
    ['no rank', { type: 'ordering', items: texts }, {}, null],
  ];
  test.each(table)('%s', (_title, given, typed, expected) => {
    const fields = new FormData();
    for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) fields.append(name, one);
    const question = { slot: 3, stemHtml: '', options: [], answer: null, ...given } as unknown as Question;
    expect(readEarly(question, fields)).toEqual(expected);
  });
});
