import { describe, expect, it } from 'vitest';
import { contentOfDraft } from '#app/features/questions/core/draft-content.ts';
import { readListChange } from '#app/features/questions/core/list-change.ts';
import { questionChanges } from '#app/features/questions/core/question-changes.ts';
import {
  type AuthoredQuestion,
  blankDraft,
  changeDraft,
  draftOf,
} from '#app/features/questions/core/question-draft.ts';
import { typed } from '../drafts.ts';

function read(draft: Parameters<typeof contentOfDraft>[0]): AuthoredQuestion {
  const reading = contentOfDraft(draft);
  if (reading.kind !== 'sound') throw new Error(JSON.stringify(reading.problems));
  return reading.question;
}

describe('a question draft', () => {
  it.each(Object.keys(typed) as (keyof typeof typed)[])('means a question and shows it again: %s', (name) => {
    const question = read(typed[name]('c1'));
    expect(read(draftOf(question))).toEqual(question);
  });

  it('leaves rows out that are wholly blank', () => {
    const { body } = read(typed.single('c1'));
    expect(body.type === 'single' && body.options.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('names each mistake by the field of the form', () => {
    const draft = { ...blankDraft('single'), right: [] };
    draft.options[1]!.text = 'Giống';
    draft.options[3]!.text = 'Giống ';
    const reading = contentOfDraft(draft);
    expect(reading.kind === 'invalid' && reading.problems).toEqual([
      { field: 'stem', code: 'missing' },
      { field: 'options[3].text', code: 'duplicate' },
      { field: 'right', code: 'missing' },
      { field: 'explanation', code: 'missing' },
      { field: 'source', code: 'missing' },
      { field: 'categoryId', code: 'missing' },
      { field: 'difficulty', code: 'missing' },
    ]);
  });

  it.each([
    ['', 'out-of-range'],
    ['nhiều', 'out-of-range'],
    ['101', 'out-of-range'],
    ['-1', 'out-of-range'],
  ])('refuses the share %j of an answer', (percent, code) => {
    const draft = {
      ...typed.shortAnswer('c1'),
      answers: [
        { text: '', percent: '' },
        { text: 'Một', percent: '100' },
        { text: 'Hai', percent },
      ],
    };
    const reading = contentOfDraft(draft);
    expect(reading.kind === 'invalid' && reading.problems).toEqual([{ field: 'answers[2].percent', code }]);
  });

  it('wants to know whether a statement is true', () => {
    const reading = contentOfDraft({ ...typed.trueFalse('c1'), truth: '' });
    expect(reading.kind === 'invalid' && reading.problems).toEqual([{ field: 'truth', code: 'missing' }]);
  });
});

describe('the buttons of the option editor', () => {
  const press = (intent: string, draft = typed.single('c1')) => changeDraft(draft, readListChange(intent)!);
  const texts = (draft: ReturnType<typeof press>) => draft.options.map(({ text }) => text);

  it('adds an option with an id that is free', () => {
    const removed = press('options.remove.1');
    expect(press('options.add', removed).options.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b']);
  });

  it('moves options and keeps which is right', () => {
    const moved = press('options.lower.0');
    expect(texts(moved).slice(0, 2)).toEqual(['Năm 2016', 'Năm 2018']);
    expect(moved.right).toEqual(['a']);
    expect(texts(press('options.raise.0'))).toEqual(texts(typed.single('c1')));
    expect(texts(press('options.lower.3'))).toEqual(texts(typed.single('c1')));
  });

  it('forgets that a removed option was right', () => {
    expect(press('options.remove.0').right).toEqual([]);
  });

  it('takes nothing away that is not there', () => {
    expect(press('options.remove.99')).toEqual(typed.single('c1'));
    expect(readListChange('save')).toBeNull();
    expect(readListChange('options.remove.-1')).toBeNull();
  });

  it('stops at the largest number of options', () => {
    let draft = typed.single('c1');
    for (let count = 0; count < 40; count += 1) draft = press('options.add', draft);
    expect(draft.options).toHaveLength(20);
  });
});

describe('what changed', () => {
  it('is said field by field, options by their letter', () => {
    const before = read(typed.single('c1'));
    const draft = { ...draftOf(before), right: ['b'], difficulty: 'hard' };
    draft.options[1]!.text = 'Năm 2017';
    draft.options.splice(2, 1);
    expect(questionChanges(before, read(draft))).toEqual([
      { field: 'difficulty', before: 'easy', after: 'hard' },
      { field: 'option', label: 'B', before: 'Năm 2016', after: 'Năm 2017' },
      { field: 'right', before: 'Năm 2018', after: 'Năm 2017' },
      { field: 'option', label: 'C', before: 'Năm 2021', after: null },
    ]);
  });

  it('names a new order by the letters before', () => {
    const before = read(typed.single('c1'));
    const after = read(changeDraft(draftOf(before), readListChange('options.raise.2')!));
    expect(questionChanges(before, after)).toEqual([{ field: 'option-order', before: 'A, B, C', after: 'A, C, B' }]);
  });

  it('is nothing between equal questions', () => {
    for (const make of Object.values(typed)) expect(questionChanges(read(make('c1')), read(make('c1')))).toEqual([]);
  });
});
