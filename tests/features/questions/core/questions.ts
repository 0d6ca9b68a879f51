import fc from 'fast-check';
import type {
  Matching,
  MultipleBody,
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
    answers: fc.array(fc.record({ text, fraction: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 4 }),
    matching: fc.record({
      case: fc.boolean(),
      tones: fc.constantFrom('exact' as const, 'ignore' as const),
      spelling: fc.constantFrom('exact' as const, 'equivalent' as const),
    }),
  }),
);

/** What a browser, or somebody who pretends to be one, may send. */
export const anyRaw: fc.Arbitrary<unknown> = fc.oneof(
  fc.nat(9),
  fc.nat(9).map(String),
  fc.array(fc.oneof(fc.nat(9), fc.nat(9).map(String))),
  fc.constantFrom('true', 'false', true, false, null, undefined, ''),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.anything(),
);
