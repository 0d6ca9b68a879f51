import { describe, expect, it } from 'vitest';
import { type Blueprint, balanceOf, slotsOfBlueprint, supplyOf } from '#app/features/quiz/core/blueprint.ts';
import { blankRow, blueprintDraftOf, readBlueprintDraft } from '#app/features/quiz/core/blueprint-draft.ts';
import { type Candidate, drawPaper } from '#app/features/quiz/core/draw-paper.ts';

/** 'law-easy-1' is a question of the category law and the difficulty easy. */
function question(questionId: string, ...tags: string[]): Candidate {
  const [categoryId = '', difficulty = ''] = questionId.split('-');
  return { questionId, questionVersionId: `${questionId}@1`, categoryId, difficulty, tags };
}

const cells = (easy: number, medium = 0, hard = 0) => ({
  easy: { count: easy, maxMark: 1 },
  medium: { count: medium, maxMark: 1.5 },
  hard: { count: hard, maxMark: 2 },
});
const category = (id: string, ...counts: [number, number?, number?]) =>
  ({ topic: { kind: 'category', id }, cells: cells(...counts) }) as const;
const tag = (id: string, ...counts: [number, number?, number?]) =>
  ({ topic: { kind: 'tag', id }, cells: cells(...counts) }) as const;

const bank = [
  question('law-easy-1', 'mạng'),
  question('law-easy-2'),
  question('law-hard-1'),
  question('net-easy-1', 'mạng'),
  question('net-medium-1', 'mạng'),
];

const shortOf = (blueprint: Blueprint, fixed: string[] = []) =>
  supplyOf(blueprint, bank, new Set(fixed)).map(({ easy, medium, hard }) =>
    [easy, medium, hard].map((cell) => cell.shortBy),
  );

describe('A blueprint', () => {
  it('becomes one slot for each cell that asks for questions, with the marks of the cell', () => {
    expect(slotsOfBlueprint({ rows: [category('law', 2, 0, 1), tag('mạng', 0, 1)] })).toEqual([
      {
        kind: 'random',
        categoryId: 'law',
        withSubcategories: false,
        tag: null,
        difficulty: 'easy',
        count: 2,
        maxMark: 1,
      },
      {
        kind: 'random',
        categoryId: 'law',
        withSubcategories: false,
        tag: null,
        difficulty: 'hard',
        count: 1,
        maxMark: 2,
      },
      {
        kind: 'random',
        categoryId: null,
        withSubcategories: false,
        tag: 'mạng',
        difficulty: 'medium',
        count: 1,
        maxMark: 1.5,
      },
    ]);
  });

  it('draws from a category with all below it, which is a topic of its own', () => {
    const branch = { topic: { kind: 'branch', id: 'law' }, cells: cells(2) } as const;
    expect(slotsOfBlueprint({ rows: [branch] })).toMatchObject([
      { categoryId: 'law', withSubcategories: true, count: 2 },
    ]);
    const below = [question('law-easy-1'), { ...question('family-easy-1'), above: ['law'] }];
    const short = (blueprint: Blueprint) => supplyOf(blueprint, below, new Set())[0]!.easy.shortBy;
    expect([short({ rows: [branch] }), short({ rows: [category('law', 2)] })]).toEqual([0, 1]);
    const again = readBlueprintDraft(blueprintDraftOf({ rows: [branch, category('law', 1)] }));
    expect(again.problems).toEqual([]);
    expect(again.blueprint.rows.map(({ topic }) => topic.kind)).toEqual(['branch', 'category']);
  });

  it.each([
    ['enough', [category('law', 2, 0, 1)], [], [[0, 0, 0]]],
    ['too few in one cell', [category('law', 3, 0, 1)], [], [[1, 0, 0]]],
    ['none at all', [category('law', 0, 2)], [], [[0, 2, 0]]],
    ['a fixed question that is taken', [category('law', 2)], ['law-easy-1'], [[1, 0, 0]]],
    [
      'cells that overlap but suffice together',
      [tag('mạng', 1), category('law', 2)],
      [],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
  ] as const)('tells what the bank lacks: %s', (_, rows, fixed, short) => {
    expect(shortOf({ rows: [...rows] }, [...fixed])).toEqual(short);
  });

  it('counts what overlapping cells lack together once', () => {
    const short = shortOf({ rows: [tag('mạng', 2), category('law', 2)] }).flat();
    expect(short.reduce((sum, by) => sum + by, 0)).toBe(1);
  });

  it('fills every paper where nothing is short, each with the same count in each cell', () => {
    const blueprint = { rows: [tag('mạng', 1), category('law', 1, 0, 1)] };
    expect(
      shortOf(blueprint)
        .flat()
        .every((by) => by === 0),
    ).toBe(true);
    for (let seed = 0; seed < 30; seed++) {
      const drawn = drawPaper({
        ...{ slots: slotsOfBlueprint(blueprint), candidates: bank, seenCounts: new Map(), seed: `${seed}` },
        settings: { shuffleQuestions: true, shuffleOptions: false },
        optionOrder: () => [],
      });
      if ('problem' in drawn) throw new Error('short');
      const levels = drawn.paper.map(({ questionId }) => questionId.split('-')[1]).sort();
      expect(levels).toEqual(['easy', 'easy', 'hard']);
    }
  });

  it('says how close papers are: stated the same, measured within the spread of what is drawn', () => {
    const facilities = new Map([
      ['law-easy-1', 0.9],
      ['law-easy-2', 0.7],
      ['law-hard-1', 0.3],
    ]);
    const balance = balanceOf({ rows: [category('law', 1, 0, 1)] }, bank, facilities);
    // One of two: mean 0.8, variance of one draw 0.02 (n-1) x (1 - 1/2); one of one: 0.3 and no variance.
    expect(balance.stated).toBe(2);
    expect(balance.facility?.mean).toBeCloseTo((0.8 + 0.3) / 2);
    expect(balance.facility?.sd).toBeCloseTo(Math.sqrt(0.02 * 0.5) / 2);
    expect(balance.measured).toEqual({ part: 3, whole: 3 });
    expect(balanceOf({ rows: [category('net', 1)] }, bank, facilities).facility).toBeNull();
    expect(balanceOf({ rows: [] }, bank, facilities).stated).toBeNull();
  });
});

describe('A matrix as typed', () => {
  const row = (topic: string, count: string, mark = '1') => ({ ...blankRow(topic), easy: { count, mark } });

  it('is read and shown again', () => {
    const { blueprint, problems } = readBlueprintDraft({ rows: [row('c:law', '3', '0,5'), row('t:mạng', '2')] });
    expect(problems).toEqual([]);
    expect(blueprint.rows[0]?.cells.easy).toEqual({ count: 3, maxMark: 0.5 });
    expect(readBlueprintDraft(blueprintDraftOf(blueprint)).blueprint).toEqual(blueprint);
  });

  it.each([
    [[row('c:law', 'ba')], 'rows[0].easy.count', 'not-a-number'],
    [[row('c:law', '1,5')], 'rows[0].easy.count', 'not-a-number'],
    [[row('c:law', '201')], 'rows[0].easy.count', 'out-of-range'],
    [[row('c:law', '2', '0')], 'rows[0].easy.mark', 'out-of-range'],
    [[row('c:law', '2'), row('c:law', '2')], 'rows[1].topic', 'repeats'],
    [[row('c:law', '')], 'rows', 'missing'],
    [[], 'rows', 'missing'],
  ])('names what cannot be: %#', (rows, field, code) => {
    expect(readBlueprintDraft({ rows }).problems).toEqual([{ field, code }]);
  });
});
