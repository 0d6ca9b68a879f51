import { describe, expect, it } from 'vitest';
import { contentOfDraft } from '#app/features/questions/core/draft-content.ts';
import { readListChange } from '#app/features/questions/core/list-change.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionChanges } from '#app/features/questions/core/question-changes.ts';
import {
  type AuthoredQuestion,
  blankDraft,
  changeDraft,
  draftOf,
  type QuestionDraft,
} from '#app/features/questions/core/question-draft.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';
import { typed } from '../drafts.ts';
import { everyType, fiveSteps, howFar, opinion, threeBlanks, threeStatements, whoWithWhat } from './questions.ts';

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

  it.each(everyType.map((body) => [body.type, body] as const))('shows a stored %s and means it again', (_, body) => {
    const question: AuthoredQuestion = {
      ...{ body, categoryId: 'c1', difficulty: 'hard', tags: ['một', 'hai'], explanation: 'Vì vậy.', source: 'Mục I' },
    };
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

describe('what is said of a part', () => {
  const meta = { categoryId: 'c1', difficulty: 'easy' as const, tags: [], explanation: 'Vì vậy.', source: 'Mục I' };
  it.each<[string, QuestionBody]>([
    ['a pair', { ...whoWithWhat, prompts: whoWithWhat.prompts.map((each) => ({ ...each, feedback: '**Lời**' })) }],
    ['a blank', { ...threeBlanks, blanks: threeBlanks.blanks.map((each) => ({ ...each, feedback: '**Lời**' })) }],
  ])('of %s stands in the form, and the form gives it back', (_, body) => {
    expect(read(draftOf({ body, ...meta })).body).toEqual(body);
    expect(questionBodySchema.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
  });
});

describe('the mistakes of each type', () => {
  const meta = { categoryId: 'c1', difficulty: 'easy' as const, tags: [], explanation: 'Vì vậy.', source: 'Mục I' };
  const draftFrom = (body: QuestionBody, change: (draft: QuestionDraft) => void) => {
    const draft = draftOf({ body, ...meta });
    change(draft);
    return draft;
  };
  const problemsOf = (body: QuestionBody, change: (draft: QuestionDraft) => void) => {
    const reading = contentOfDraft(draftFrom(body, change));
    return reading.kind === 'invalid' ? reading.problems.map(({ field, code }) => `${field} ${code}`) : [];
  };

  it.each<[string, QuestionBody, (draft: QuestionDraft) => void, string[]]>([
    [
      'a statement that is not judged, after one left blank',
      threeStatements,
      (draft) => {
        draft.statements[0] = { id: 'a', text: '', answer: '', feedback: '' };
        draft.statements[2]!.answer = '';
      },
      ['statements[2].answer missing'],
    ],
    [
      'a prompt without a choice',
      whoWithWhat,
      (draft) => {
        draft.prompts[1]!.choice = '';
      },
      ['prompts[1].choice missing'],
    ],
    [
      'a prompt whose choice is blank',
      whoWithWhat,
      (draft) => {
        draft.choices[1]!.text = ' ';
      },
      ['prompts[1].choice unknown-option'],
    ],
    [
      'one item alone',
      fiveSteps,
      (draft) => {
        draft.items.splice(1);
      },
      ['items too-few'],
    ],
    [
      'a number that is none, behind a blank row',
      howFar(),
      (draft) => {
        draft.numbers.unshift({ value: '', tolerance: '', toleranceKind: 'absolute', percent: '', feedback: '' });
        draft.numbers[2]!.value = 'mười';
        draft.numbers[1]!.tolerance = '-1';
      },
      ['numbers[1].tolerance out-of-range', 'numbers[2].value not-a-number'],
    ],
    [
      'units that are asked for and not there',
      howFar(),
      (draft) => {
        draft.units = [];
        draft.unitPenalty = 'nhiều';
      },
      ['units missing', 'unitPenalty out-of-range'],
    ],
    [
      'a blank that the stem does not hold, and one that is not there',
      threeBlanks,
      (draft) => {
        draft.stem = 'Nghị quyết do {{who}} ban hành năm {{nam}} tại {{where}}, {{where}}.';
      },
      ['stem unknown-blank', 'blanks[0].id blank-not-in-stem', 'blanks[2].id blank-twice-in-stem'],
    ],
    [
      'what is wrong within a blank',
      threeBlanks,
      (draft) => {
        draft.blanks[0]!.numbers[0]!.value = 'x';
        draft.blanks[1]!.answers.unshift({ text: ' ', percent: '' });
        draft.blanks[1]!.answers[1]!.percent = '200';
        draft.blanks[2]!.right = '';
        draft.blanks[2]!.weight = '0';
      },
      [
        'blanks[0].numbers[0].value not-a-number',
        'blanks[1].answers[1].percent out-of-range',
        'blanks[1].answers no-full-answer',
        'blanks[2].weight out-of-range',
        'blanks[2].right missing',
      ],
    ],
    [
      'limits that contradict each other and levels without points',
      opinion,
      (draft) => {
        draft.minWords = '600';
        draft.maxFiles = '1,5';
        draft.rubric.unshift({ id: 'z', text: '', levels: [{ points: '', text: '' }] });
        draft.rubric[1]!.levels[1]!.points = 'hai';
      },
      [
        'maxWords out-of-range',
        'maxFiles out-of-range',
        'rubric[1].levels[1].points out-of-range',
        'rubric[1].levels no-full-answer',
      ],
    ],
  ])('name the field of the form: %s', (_, body, change, problems) => {
    expect(problemsOf(body, change)).toEqual(problems);
  });

  it('takes numbers as Vietnamese writes them, tolerances in per cent where they are relative', () => {
    const { body } = read(
      draftFrom(howFar(), (draft) => {
        draft.numbers = [
          { value: '1.234,5', tolerance: '2,5', toleranceKind: 'relative', percent: '100', feedback: '' },
          { value: '1.234', tolerance: '', toleranceKind: 'absolute', percent: '50', feedback: '' },
        ];
      }),
    );
    expect(body.type === 'numerical' && body.answers).toEqual([
      { value: 1234.5, tolerance: 0.025, toleranceKind: 'relative', fraction: 1 },
      { value: 1234, tolerance: 0, toleranceKind: 'absolute', fraction: 0.5 },
    ]);
  });

  it('changes lists within rows by the name of the list in the form', () => {
    const press = (body: QuestionBody, intent: string) =>
      changeDraft(draftOf({ body, ...meta }), readListChange(intent)!);
    expect(press(opinion, 'rubric[0].levels.add').rubric[0]!.levels).toHaveLength(3);
    expect(press(opinion, 'rubric.add').rubric.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(press(threeBlanks, 'blanks[2].options.remove.1').blanks[2]).toMatchObject({
      options: [{ id: 'a', text: 'Huế' }],
      right: '',
    });
    expect(press(threeBlanks, 'blanks[1].answers.lower.0').blanks[1]!.answers[0]!.text).toBe('Trung ương');
    expect(press(threeBlanks, 'blanks[9].answers.add')).toEqual(draftOf({ body: threeBlanks, ...meta }));
    expect(press(whoWithWhat, 'choices.remove.0').prompts.map(({ choice }) => choice)).toEqual(['', 'y', '']);
    expect(press(howFar(), 'statements.add')).toEqual(draftOf({ body: howFar(), ...meta }));
  });

  it('gives a new blank the first mark of the stem that has none', () => {
    const draft = { ...blankDraft('blanks'), stem: 'Năm {{1}} tại {{noi}}' };
    const one = changeDraft(draft, readListChange('blanks.add')!);
    expect(one.blanks.map(({ id }) => id)).toEqual(['1', 'noi']);
    expect(changeDraft(one, readListChange('blanks.add')!).blanks.map(({ id }) => id)).toEqual(['1', 'noi', '2']);
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

  it.each<[string, QuestionBody, QuestionBody, string[]]>([
    [
      'a cluster',
      threeStatements,
      {
        ...threeStatements,
        statements: threeStatements.statements.map((one) => (one.id === 'b' ? { ...one, answer: true } : one)),
      },
      ['statement-truth 2: false > true'],
    ],
    [
      'a matching',
      whoWithWhat,
      { ...whoWithWhat, pairs: { ...whoWithWhat.pairs, q: 'z' }, scoring: 'all-or-nothing' },
      ['prompt-choice 2: Cơ quan y > Cơ quan z', 'scoring : proportional > all-or-nothing'],
    ],
    [
      'an ordering',
      { ...fiveSteps, items: fiveSteps.items.slice(0, 2) },
      { ...fiveSteps, items: fiveSteps.items.slice(0, 2).reverse() },
      ['items : Bước a → Bước b > Bước b → Bước a'],
    ],
    [
      'a number',
      howFar(),
      howFar({ unitPolicy: 'optional', answers: [{ ...howFar().answers[0]!, value: 13 }] }),
      [
        'number 1: 12,5 ± 0,5 > 13 ± 0,5',
        'unit-policy : required > optional',
        'number 2: 12,5 ± 10% (0.5) > ',
        'number-feedback 2: Gần đúng. > ',
      ],
    ],
    [
      'blanks',
      threeBlanks,
      {
        ...threeBlanks,
        blanks: threeBlanks.blanks.map((one) => (one.kind === 'choice' ? { ...one, correct: 'a' } : one)),
      },
      ['blank where: Huế; [Hà Nội] > [Huế]; Hà Nội'],
    ],
    ['an essay', opinion, { ...opinion, maxWords: 600 }, ['max-words : 500 > 600']],
  ])('is said for %s', (_, before, after, changes) => {
    const meta = { categoryId: 'c1', difficulty: 'easy' as const, tags: [], explanation: 'Vì vậy.', source: 'Mục I' };
    const found = questionChanges({ body: before, ...meta }, { body: after, ...meta });
    expect(found.map((one) => `${one.field} ${one.label ?? ''}: ${one.before ?? ''} > ${one.after ?? ''}`)).toEqual(
      changes,
    );
  });

  it('is nothing between equal questions', () => {
    for (const make of Object.values(typed)) expect(questionChanges(read(make('c1')), read(make('c1')))).toEqual([]);
  });
});
