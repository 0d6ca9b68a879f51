import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Candidate, type DrawInput, drawPaper, type SlotPlan } from '#app/features/quiz/core/draw-paper.ts';

/** 'law-easy-1' is a question of the category law and the difficulty easy. */
function candidate(questionId: string): Candidate {
  const [categoryId = '', difficulty = ''] = questionId.split('-');
  return { questionId, questionVersionId: `${questionId}@3`, categoryId, difficulty, tags: [] };
}

const fixed = (questionId: string, maxMark = 1): SlotPlan => ({ kind: 'fixed', questionId, maxMark });
const random = (categoryId: string, difficulty: string | null, count: number): SlotPlan => ({
  kind: 'random',
  categoryId,
  withSubcategories: false,
  tag: null,
  difficulty,
  count,
  maxMark: 1,
});

const bank = ['law-easy-1', 'law-easy-2', 'law-easy-3', 'law-hard-1', 'net-easy-1', 'net-hard-1'].map(candidate);

function input(slots: SlotPlan[], more: Partial<DrawInput> = {}): DrawInput {
  return {
    slots,
    candidates: bank,
    seenCounts: new Map(),
    seed: 's1',
    settings: { shuffleQuestions: false, shuffleOptions: false },
    optionOrder: (_question, chance, { shuffle }) => {
      return shuffle ? chance.shuffle(['a', 'b', 'c', 'd']) : ['a', 'b', 'c', 'd'];
    },
    ...more,
  };
}

function draw(given: DrawInput) {
  const result = drawPaper(given);
  if ('problem' in result) throw new Error(JSON.stringify(result));
  return result.paper;
}
const idsOf = (given: DrawInput) => draw(given).map(({ questionId }) => questionId);

describe('A drawn paper', () => {
  it('holds the fixed questions in their order, in the version given', () => {
    expect(draw(input([fixed('net-hard-1', 2), fixed('law-easy-2')]))).toEqual([
      {
        slot: 1,
        questionId: 'net-hard-1',
        questionVersionId: 'net-hard-1@3',
        maxMark: 2,
        optionOrder: ['a', 'b', 'c', 'd'],
      },
      {
        slot: 2,
        questionId: 'law-easy-2',
        questionVersionId: 'law-easy-2@3',
        maxMark: 1,
        optionOrder: ['a', 'b', 'c', 'd'],
      },
    ]);
  });

  it('takes random questions of the category and the difficulty', () => {
    expect(idsOf(input([random('law', 'easy', 3)])).sort()).toEqual(['law-easy-1', 'law-easy-2', 'law-easy-3']);
    expect(idsOf(input([random('net', null, 2)])).sort()).toEqual(['net-easy-1', 'net-hard-1']);
  });

  it('never draws the question of a fixed slot again, though the fixed slot comes later', () => {
    expect(idsOf(input([random('net', null, 1), fixed('net-easy-1')]))).toEqual(['net-hard-1', 'net-easy-1']);
  });

  it('takes unseen questions first, then the least seen', () => {
    const seenCounts = new Map([
      ['law-easy-1', 2],
      ['law-easy-2', 1],
      ['law-hard-1', 5],
    ]);
    expect(idsOf(input([random('law', null, 3)], { seenCounts }))).toEqual(['law-easy-3', 'law-easy-2', 'law-easy-1']);
  });

  it('leaves a narrow slot what only it can use, for every seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      const ids = idsOf(input([random('law', null, 3), random('law', 'hard', 1)], { seed: `${seed}` }));
      expect(ids[3]).toBe('law-hard-1');
    }
  });

  it('draws by chance among equals, each about as often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const [id = ''] = idsOf(input([random('law', 'easy', 1)], { seed: `${seed}` }));
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    // Chi-square with 2 degrees of freedom; 13.8 is exceeded by chance once in a thousand.
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(3);
    expect(chiSquare).toBeLessThan(13.8);
  });

  it('shuffles questions and options only where the settings say so', () => {
    const ids = bank.map(({ questionId }) => questionId);
    const plan = ids.map((id) => fixed(id));
    const shuffled = draw(input(plan, { settings: { shuffleQuestions: true, shuffleOptions: true } }));
    expect(shuffled.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shuffled.map(({ questionId }) => questionId)).not.toEqual(ids);
    expect(new Set(shuffled.map(({ optionOrder }) => optionOrder.join(''))).size).toBeGreaterThan(1);
    expect(idsOf(input(plan))).toEqual(ids);
  });

  it('orders the options of a question the same wherever it stands in the paper', () => {
    const settings = { shuffleQuestions: false, shuffleOptions: true };
    const alone = draw(input([fixed('law-easy-2')], { settings }));
    const among = draw(input([fixed('law-easy-1'), fixed('law-easy-2')], { settings }));
    expect(among[1]?.optionOrder).toEqual(alone[0]?.optionOrder);
  });

  it('is empty for a quiz without slots', () => {
    expect(draw(input([]))).toEqual([]);
  });
});

describe('A paper is refused', () => {
  test.each([
    [
      'when a category has too few questions',
      [fixed('net-easy-1'), random('law', 'easy', 4)],
      { slot: 2, wanted: 4, found: 3 },
    ],
    [
      'when a fixed question has taken the last one',
      [fixed('law-hard-1'), random('law', 'hard', 1)],
      { slot: 2, wanted: 1, found: 0 },
    ],
    ['when a fixed question is not there', [fixed('gone')], { slot: 1, wanted: 1, found: 0 }],
    [
      'when a fixed question is asked twice',
      [fixed('net-easy-1'), fixed('net-easy-1')],
      { slot: 2, wanted: 1, found: 0 },
    ],
    [
      'when slots together want more than there is',
      [random('net', null, 2), random('net', 'hard', 1)],
      { slot: 1, wanted: 2, found: 1 },
    ],
  ])('%s', (_title, slots, expected) => {
    expect(drawPaper(input(slots))).toEqual({ problem: 'not-enough-questions', ...expected });
  });
});

describe('For any bank and quiz, a paper', () => {
  const anyPlan = fc.oneof(
    fc.constantFrom(...bank).map(({ questionId }) => fixed(questionId)),
    fc
      .tuple(fc.constantFrom('law', 'net'), fc.constantFrom(null, 'easy', 'hard'), fc.integer({ min: 1, max: 3 }))
      .map(([category, difficulty, count]) => random(category, difficulty, count)),
  );
  const anyInput = fc
    .record({
      slots: fc.array(anyPlan, { maxLength: 4 }),
      candidates: fc.shuffledSubarray(bank, { minLength: bank.length }),
      seen: fc.array(fc.tuple(fc.constantFrom(...bank.map((one) => one.questionId)), fc.nat(3))),
      seed: fc.string(),
      settings: fc.record({ shuffleQuestions: fc.boolean(), shuffleOptions: fc.boolean() }),
    })
    .map(({ slots, seen, ...more }) => input(slots, { ...more, seenCounts: new Map(seen) }));

  it('never holds a question twice and has the number of questions asked for', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const result = drawPaper(given);
        if ('problem' in result) return;
        const wanted = given.slots.reduce((sum, plan) => sum + (plan.kind === 'fixed' ? 1 : plan.count), 0);
        expect(result.paper).toHaveLength(wanted);
        expect(new Set(result.paper.map(({ questionId }) => questionId)).size).toBe(wanted);
      }),
    );
  });

  it('is the same from the same seed, in whatever order the bank is listed', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const reversed = { ...given, candidates: [...given.candidates].reverse() };
        expect(drawPaper(reversed)).toEqual(drawPaper(given));
      }),
    );
  });

  it('is refused for every seed or for none', () => {
    fc.assert(
      fc.property(anyInput, fc.string(), (given, seed) => {
        expect('problem' in drawPaper({ ...given, seed })).toBe('problem' in drawPaper(given));
      }),
    );
  });

  it('passes over no question less seen than one it draws', () => {
    const anySeen = fc.array(fc.nat(4), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(anySeen, fc.integer({ min: 1, max: 4 }), fc.string(), (seen, count, seed) => {
        const law = bank.filter(({ categoryId }) => categoryId === 'law').map(({ questionId }) => questionId);
        const seenCounts = new Map(law.map((id, index) => [id, seen[index] ?? 0]));
        const drawn = idsOf(input([random('law', null, count)], { seenCounts, seed }));
        const expected = [...seen].sort((a, b) => a - b).slice(0, count);
        expect(drawn.map((id) => seenCounts.get(id))).toEqual(expected);
      }),
    );
  });
});

describe('A slot with a tag', () => {
  const tagged = (questionId: string, ...tags: string[]): Candidate => ({ ...candidate(questionId), tags });
  const bankOfTags = [
    tagged('law-easy-1', 'mạng'),
    tagged('law-hard-1', 'mạng', 'luật'),
    tagged('net-easy-1', 'mạng'),
    tagged('net-easy-2', 'luật'),
    tagged('net-hard-1'),
  ];
  const slot = (plan: Partial<Extract<SlotPlan, { kind: 'random' }>>): SlotPlan => ({
    ...{
      kind: 'random',
      categoryId: null,
      withSubcategories: false,
      tag: null,
      difficulty: null,
      count: 1,
      maxMark: 1,
    },
    ...plan,
  });
  const drawn = (plan: Partial<Extract<SlotPlan, { kind: 'random' }>>) =>
    idsOf(input([slot(plan)], { candidates: bankOfTags })).sort();

  it.each([
    ['alone, across categories', { tag: 'mạng', count: 3 }, ['law-easy-1', 'law-hard-1', 'net-easy-1']],
    ['within a category', { tag: 'mạng', categoryId: 'law', count: 2 }, ['law-easy-1', 'law-hard-1']],
    ['with a difficulty', { tag: 'mạng', difficulty: 'hard' }, ['law-hard-1']],
    ['with both', { tag: 'luật', categoryId: 'net', difficulty: 'easy' }, ['net-easy-2']],
  ] as const)('draws %s', (_, plan, ids) => {
    expect(drawn(plan)).toEqual(ids);
  });

  it('draws from the categories below its own where it is told to, and only then', () => {
    const candidates = [
      tagged('law-easy-1'),
      { ...tagged('family-easy-1'), above: ['civil', 'law'] },
      tagged('net-easy-1'),
    ];
    const ids = (withSubcategories: boolean, count: number) =>
      drawPaper(input([slot({ categoryId: 'law', withSubcategories, count })], { candidates }));
    expect(ids(false, 2)).toMatchObject({ problem: 'not-enough-questions', wanted: 2, found: 1 });
    expect(ids(true, 3)).toMatchObject({ problem: 'not-enough-questions', wanted: 3, found: 2 });
    const both = idsOf(input([slot({ categoryId: 'law', withSubcategories: true, count: 2 })], { candidates }));
    expect(both.sort()).toEqual(['family-easy-1', 'law-easy-1']);
  });

  it('draws nothing when it names neither category nor tag', () => {
    const result = drawPaper(input([slot({})], { candidates: bankOfTags }));
    expect(result).toMatchObject({ problem: 'not-enough-questions', found: 0 });
  });

  it('shares the bank with slots that overlap it, for every seed', () => {
    const plans = [slot({ tag: 'mạng', count: 2 }), slot({ categoryId: 'law', tag: 'luật' })];
    for (let seed = 0; seed < 50; seed++) {
      const ids = idsOf(input(plans, { candidates: bankOfTags, seed: `${seed}` }));
      expect([...ids.slice(0, 2)].sort()).toEqual(['law-easy-1', 'net-easy-1']);
      expect(ids[2]).toBe('law-hard-1');
    }
  });
});
