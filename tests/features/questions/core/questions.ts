import fc from 'fast-check';
import { printNumber } from '#app/features/questions/core/number-text.ts';
import type {
  Blank,
  BlanksBody,
  ClusterBody,
  EssayBody,
  Matching,
  MatchingBody,
  MultipleBody,
  NumericalBody,
  OrderingBody,
  QuestionBody,
  ShortAnswerBody,
  SingleBody,
  TrueFalseBody,
} from '#app/features/questions/core/question.ts';

/** A single choice question of four options a-d; b is right, d keeps its place. */
export const whenIssued: SingleBody = {
  type: 'single',
  stem: 'Nghị quyết số 35-NQ/TW được ban hành **ngày** nào?',
  options: [
    { id: 'a', text: '25/10/2018', feedback: 'Xem lại bài 1.' },
    { id: 'b', text: '**22/10/2018**', feedback: 'Đúng.' },
    { id: 'c', text: '22/11/2018' },
    { id: 'd', text: 'Không ngày nào nêu trên', fixed: true },
  ],
  correct: 'b',
};

/** A multiple choice question of five options a-e, of which a and c are right. */
export function twoOfFive(scoring: MultipleBody['scoring']): MultipleBody {
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: `Ý ${id}` }));
  return { type: 'multiple', stem: 'Những ý nào đúng?', options, correct: ['a', 'c'], scoring };
}

export const statement: TrueFalseBody = {
  type: 'true-false',
  stem: 'Nghị quyết số 35-NQ/TW do Bộ Chính trị ban hành.',
  answer: true,
  feedbackFalse: 'Bộ Chính trị khóa XII ban hành.',
};

/** Full marks for 'Bộ Chính trị', half for 'Trung ương'. */
export function whoIssued(matching: Partial<Matching> = {}): ShortAnswerBody {
  return {
    type: 'short-answer',
    stem: 'Cơ quan nào ban hành?',
    answers: [
      { text: 'Bộ Chính trị', fraction: 1 },
      { text: 'Trung ương', fraction: 0.5 },
    ],
    matching: { case: false, tones: 'exact', spelling: 'equivalent', ...matching },
  };
}

/** Three statements a-c: true, false, true. */
export const threeStatements: ClusterBody = {
  type: 'cluster',
  stem: 'Về Nghị quyết số 35-NQ/TW:',
  statements: [
    { id: 'a', text: 'Do **Bộ Chính trị** ban hành.', answer: true },
    { id: 'b', text: 'Ban hành năm 2019.', answer: false, feedback: 'Năm 2018.' },
    { id: 'c', text: 'Ban hành ngày 22/10.', answer: true },
  ],
  scoring: 'right-minus-wrong',
};

/** Prompts p, q, r go with x, y, x; z serves nobody. */
export const whoWithWhat: MatchingBody = {
  type: 'matching',
  stem: 'Ghép văn bản với cơ quan ban hành.',
  prompts: ['p', 'q', 'r'].map((id) => ({ id, text: `Văn bản ${id}` })),
  choices: ['x', 'y', 'z'].map((id) => ({ id, text: `Cơ quan ${id}` })),
  pairs: { p: 'x', q: 'y', r: 'x' },
  scoring: 'proportional',
};

/** Steps a-e in the right order. */
export const fiveSteps: OrderingBody = {
  type: 'ordering',
  stem: 'Sắp xếp các bước.',
  items: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: `Bước ${id}` })),
  scoring: 'next-to',
};

/** 12,5 km within 0,5 earns all, within a tenth half; metres are understood. */
export function howFar(part: Partial<NumericalBody> = {}): NumericalBody {
  return {
    type: 'numerical',
    stem: 'Quãng đường dài bao nhiêu?',
    answers: [
      { value: 12.5, tolerance: 0.5, toleranceKind: 'absolute', fraction: 1 },
      { value: 12.5, tolerance: 0.1, toleranceKind: 'relative', fraction: 0.5, feedback: 'Gần đúng.' },
    ],
    units: [
      { name: 'km', factor: 1 },
      { name: 'm', factor: 0.001 },
    ],
    unitPolicy: 'required',
    unitPenalty: 0.25,
    ...part,
  };
}

/** Three blanks in the order who, year, where; `year` counts twice. */
export const threeBlanks: BlanksBody = {
  type: 'blanks',
  stem: 'Nghị quyết do {{who}} ban hành năm {{year}} tại {{where}}.',
  blanks: [
    { id: 'year', kind: 'number', weight: 2, answers: [{ value: 2018, tolerance: 0, fraction: 1 }] },
    {
      id: 'who',
      kind: 'text',
      weight: 1,
      answers: [
        { text: 'Bộ Chính trị', fraction: 1 },
        { text: 'Trung ương', fraction: 0.5 },
      ],
      matching: { case: false, tones: 'exact', spelling: 'equivalent' },
    },
    {
      id: 'where',
      kind: 'choice',
      weight: 1,
      options: [
        { id: 'a', text: 'Huế' },
        { id: 'b', text: 'Hà Nội' },
      ],
      correct: 'b',
    },
  ],
};

export const opinion: EssayBody = {
  type: 'essay',
  stem: 'Trình bày trách nhiệm của bản thân.',
  minWords: 100,
  maxWords: 500,
  maxFiles: 1,
  rubric: [
    {
      id: 'a',
      text: 'Lập luận',
      levels: [
        { points: 0, text: 'Không có' },
        { points: 2, text: 'Chặt chẽ' },
      ],
    },
  ],
  markerNotes: 'Chú ý dẫn nguồn.',
};

/** One question of each type. */
export const everyType: QuestionBody[] = [
  ...[whenIssued, twoOfFive('right-minus-wrong'), statement, threeStatements, whoWithWhat, fiveSteps],
  ...[whoIssued(), howFar(), threeBlanks, opinion],
];

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const options = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), text, fixed: fc.boolean(), feedback: text }, { requiredKeys: ['id', 'text'] }),
      ),
    ),
  );

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 6 });
const textsOf = (list: readonly string[]) => fc.tuple(...list.map((id) => fc.record({ id: fc.constant(id), text })));
const scoring = fc.constantFrom('all-or-nothing' as const, 'proportional' as const, 'right-minus-wrong' as const);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
// JSON knows no -0.
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const matching = fc.record({
  case: fc.boolean(),
  tones: fc.constantFrom('exact' as const, 'ignore' as const),
  spelling: fc.constantFrom('exact' as const, 'equivalent' as const),
});
const textAnswers = fc.array(fc.record({ text, fraction }), { maxLength: 3 });
const tolerance = fc.constantFrom(0, 0.5, 10);

const blank = (id: string): fc.Arbitrary<Blank> => {
  const common = { id: fc.constant(id), weight: fc.integer({ min: 1, max: 9 }) };
  return fc.oneof(
    fc.record({ ...common, kind: fc.constant('text' as const), answers: textAnswers, matching }),
    fc.record({
      ...common,
      kind: fc.constant('number' as const),
      answers: fc.array(fc.record({ value: number, tolerance, fraction }), { maxLength: 3 }),
    }),
    ids.chain((list) =>
      fc.record({
        ...common,
        kind: fc.constant('choice' as const),
        options: textsOf(list),
        correct: fc.constantFrom(...list),
      }),
    ),
  );
};

/** Any question of any type, right or silly. */
export const anyBody: fc.Arbitrary<QuestionBody> = fc.oneof(
  options.chain((list) =>
    fc.record({
      type: fc.constant('single' as const),
      stem: text,
      options: fc.constant(list),
      correct: fc.constantFrom(...list.map(({ id }) => id)),
    }),
  ),
  options.chain((list) =>
    fc.record({
      type: fc.constant('multiple' as const),
      stem: text,
      options: fc.constant(list),
      correct: fc.subarray(list.map(({ id }) => id)),
      scoring: fc.constantFrom('all-or-nothing' as const, 'proportional' as const, 'right-minus-wrong' as const),
    }),
  ),
  fc.record({ type: fc.constant('true-false' as const), stem: text, answer: fc.boolean() }),
  fc.record({
    type: fc.constant('short-answer' as const),
    stem: text,
    answers: fc.array(fc.record({ text, fraction }), { maxLength: 4 }),
    matching,
  }),
  ids.chain((list) =>
    fc.record({
      type: fc.constant('cluster' as const),
      stem: text,
      statements: fc.tuple(
        ...list.map((id) =>
          fc.record(
            { id: fc.constant(id), text, answer: fc.boolean(), feedback: text },
            { requiredKeys: ['id', 'text', 'answer'] },
          ),
        ),
      ),
      scoring,
    }),
  ),
  fc.tuple(ids, ids).chain(([prompts, choices]) =>
    fc.record({
      type: fc.constant('matching' as const),
      stem: text,
      prompts: textsOf(prompts),
      choices: textsOf(choices),
      pairs: fc
        .tuple(...prompts.map(() => fc.constantFrom(...choices)))
        .map((chosen) => Object.fromEntries(prompts.map((id, index) => [id, chosen[index]!]))),
      scoring,
    }),
  ),
  ids.chain((list) =>
    fc.record({
      type: fc.constant('ordering' as const),
      stem: text,
      items: textsOf(list),
      scoring: fc.constantFrom('all-or-nothing' as const, 'in-place' as const, 'next-to' as const),
    }),
  ),
  fc.record({
    type: fc.constant('numerical' as const),
    stem: text,
    answers: fc.array(
      fc.record(
        {
          value: number,
          tolerance,
          toleranceKind: fc.constantFrom('absolute' as const, 'relative' as const),
          fraction,
          feedback: text,
        },
        { requiredKeys: ['value', 'tolerance', 'toleranceKind', 'fraction'] },
      ),
      { maxLength: 3 },
    ),
    units: fc.boolean().map((hasUnits) => (hasUnits ? howFar().units : [])),
    unitPolicy: fc.constantFrom('not-asked' as const, 'optional' as const, 'required' as const),
    unitPenalty: fraction,
  }),
  ids.chain((list) =>
    fc.record({
      type: fc.constant('blanks' as const),
      stem: fc
        .shuffledSubarray(list, { minLength: list.length })
        .map((order) => order.map((id) => `… {{${id}}}`).join(' ')),
      blanks: fc.tuple(...list.map(blank)),
    }),
  ),
  fc.record({
    type: fc.constant('essay' as const),
    stem: text,
    minWords: fc.nat(500),
    maxWords: fc.constantFrom(0, 1000),
    maxFiles: fc.nat(3),
    rubric: fc.constantFrom([], opinion.rubric),
    markerNotes: text,
  }),
);

const position = fc.nat(6).map(String);

/** What a browser, or somebody who pretends to be one, may send. */
export const anyRaw: fc.Arbitrary<unknown> = fc.oneof(
  fc.dictionary(position, fc.oneof(fc.nat(4), fc.nat(4).map(String), fc.constantFrom('true', 'false', '', null))),
  fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }),
  fc.tuple(number, fc.constantFrom('', ' km', ' m', ' kg')).map(([value, unit]) => `${printNumber(value)}${unit}`),
  fc.nat(9),
  fc.nat(9).map(String),
  fc.array(fc.oneof(fc.nat(9), fc.nat(9).map(String))),
  fc.constantFrom('true', 'false', true, false, null, undefined, ''),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.anything(),
);
