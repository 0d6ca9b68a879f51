import fc from 'fast-check';
import { letterId } from '#app/features/questions/core/formats/letter-ids.ts';
import type { PrintQuestion } from '#app/features/questions/core/formats/print-question.ts';
import {
  type Blank,
  difficulties,
  type Matching,
  orderScorings,
  type QuestionBody,
  type QuestionTypeName,
  scorings,
} from '#app/features/questions/core/question.ts';

/** Texts of which questions are made: `text` may have several lines, `line` has one, `word` is short and plain. */
export interface Texts {
  text: fc.Arbitrary<string>;
  line: fc.Arbitrary<string>;
}

const sign = fc.constantFrom(
  ...'~=#{}:\\%*[]()<>|_-+.,;?!"\'/$^ \u00e0ếĐ1aBn0'.split(''),
  ...['->', '####', '::', '\n', '\n\n', '[html]', '%50%', '//', '$CATEGORY:', 'ANSWER: A', 'Câu 2. ', '\nCâu 3: '],
  ...[
    'A. ',
    '\nA. ',
    '\nB) ',
    '\na) ',
    '\n1) ',
    '\n2. ',
    '\nĐáp án: B',
    '\nNguồn: ',
    '\nMức 2: ',
    '\\A. ',
    '\n\\Câu 1. ',
  ],
  ...[
    '(50%)',
    ' (0,5)',
    ' | ',
    '*',
    '; ',
    ' ± ',
    '\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    '$\\frac{1}{2}$',
    '**đậm**',
    '\n    x',
  ],
);
const tidy = (text: string) => text.normalize('NFC').trim();

/** Every sign that some format trips over, at either end, twice, and in a row. */
export const hardTexts: Texts = {
  text: fc
    .array(sign, { minLength: 1, maxLength: 10 })
    .map((parts) => tidy(parts.join('')))
    .filter((one) => one !== ''),
  line: fc
    .array(sign, { minLength: 1, maxLength: 8 })
    .map((parts) => tidy(parts.join('').replace(/\s+/g, ' ')))
    .filter((one) => one !== ''),
};

const word = fc.constantFrom(
  'Đảng',
  'quân đội',
  'năm 2018',
  '35-NQ/TW',
  'bốn',
  'Trung ương',
  'chiến sĩ',
  'ngày 22/10',
  '3,5 %',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));

/** Words as people write them: no sign of any format. */
export const plainTexts: Texts = { text: sentence, line: sentence };

const ids = (count: number) => Array.from({ length: count }, (_, index) => letterId(index));
const rows = (text: fc.Arbitrary<string>, fewest = 2, most = 6) =>
  fc
    .uniqueArray(text, { minLength: fewest, maxLength: most, selector: (one) => one.toLowerCase() })
    .map((texts) => texts.map((one, index) => ({ id: letterId(index), text: one })));
const fraction = fc.oneof(fc.constantFrom(0.5, 0.25, 0.07, 1 / 3, 0), fc.double({ min: 0, max: 1, noNaN: true }));
const number = fc.oneof(
  fc.integer({ min: -99999, max: 99999 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  fc.constantFrom(1.234, 1234.5, 0.1, 1e21, 1e-7, 0.001),
);
const positive = number.map((one) => Math.abs(one));
const fractions = <T>(answers: T[]): fc.Arbitrary<(T & { fraction: number })[]> =>
  fc
    .array(fraction, { minLength: answers.length, maxLength: answers.length })
    .map((given) => answers.map((answer, index) => ({ ...answer, fraction: index === 0 ? 1 : given[index]! })));
const matching: fc.Arbitrary<Matching> = fc.record({
  case: fc.boolean(),
  tones: fc.constantFrom('exact' as const, 'ignore' as const),
  spelling: fc.constantFrom('exact' as const, 'equivalent' as const),
});

/** One arbitrary body for each type, every field of it used. Ids are letters in written order. */
export function anyBody({ text, line }: Texts): Record<QuestionTypeName, fc.Arbitrary<QuestionBody>> {
  const feedback = fc.option(text, { nil: undefined });
  const remarked = <Row extends object>(list: Row[]) =>
    fc
      .array(feedback, { minLength: list.length, maxLength: list.length })
      .map((said) => list.map((row, index) => ({ ...row, ...(said[index] && { feedback: said[index] }) })));
  const options = rows(text)
    .chain(remarked)
    .chain((list) =>
      fc
        .array(fc.boolean(), { minLength: list.length, maxLength: list.length })
        .map((fixed) => list.map((row, index) => ({ ...row, ...(fixed[index] && { fixed: true }) }))),
    );
  const answers = (texts: fc.Arbitrary<string>) =>
    fc
      .uniqueArray(texts, { minLength: 1, maxLength: 4 })
      .chain((list) => fractions(list.map((one) => ({ text: one }))));
  const numbers = fc.array(fc.record({ value: number, tolerance: positive }), { minLength: 1, maxLength: 3 });
  const blank = (id: string): fc.Arbitrary<Blank> => {
    const weight = fc.constantFrom(1, 1, 2, 0.5);
    return fc.oneof(
      fc.record({ id: fc.constant(id), kind: fc.constant('text' as const), weight, answers: answers(line), matching }),
      rows(line).chain((options) =>
        fc.record({
          ...{ id: fc.constant(id), kind: fc.constant('choice' as const), weight, options: fc.constant(options) },
          correct: fc.constantFrom(...options.map((option) => option.id)),
        }),
      ),
      fc.record({
        id: fc.constant(id),
        kind: fc.constant('number' as const),
        weight,
        answers: numbers.chain(fractions),
      }),
    );
  };
  return {
    single: fc
      .tuple(text, options)
      .chain(([stem, list]) =>
        fc
          .constantFrom(...ids(list.length))
          .map((correct) => ({ type: 'single' as const, stem, options: list, correct })),
      ),
    multiple: fc
      .tuple(text, options, fc.constantFrom(...scorings))
      .chain(([stem, list, scoring]) =>
        fc
          .subarray(ids(list.length), { minLength: 1 })
          .map((correct) => ({ type: 'multiple' as const, stem, options: list, correct, scoring })),
      ),
    'true-false': fc
      .tuple(text, fc.boolean(), feedback, feedback)
      .map(([stem, answer, feedbackTrue, feedbackFalse]) => ({
        ...{ type: 'true-false' as const, stem, answer },
        ...(feedbackTrue && { feedbackTrue }),
        ...(feedbackFalse && { feedbackFalse }),
      })),
    cluster: fc.tuple(text, rows(text).chain(remarked), fc.constantFrom(...scorings)).chain(([stem, list, scoring]) =>
      fc.array(fc.boolean(), { minLength: list.length, maxLength: list.length }).map((truths) => ({
        ...{ type: 'cluster' as const, stem, scoring },
        statements: list.map((row, index) => ({ ...row, answer: truths[index]! })),
      })),
    ),
    matching: fc
      .tuple(text, rows(text).chain(remarked), rows(text), fc.constantFrom(...scorings))
      .chain(([stem, prompts, choices, scoring]) =>
        fc.tuple(...prompts.map(() => fc.constantFrom(...ids(choices.length)))).map((chosen) => ({
          ...{ type: 'matching' as const, stem, prompts, choices, scoring },
          pairs: Object.fromEntries(prompts.map(({ id }, index) => [id, chosen[index]!])),
        })),
      ),
    ordering: fc
      .tuple(text, rows(text), fc.constantFrom(...orderScorings))
      .map(([stem, items, scoring]) => ({ type: 'ordering' as const, stem, items, scoring })),
    'short-answer': fc
      .tuple(text, answers(line), matching)
      .map(([stem, list, policy]) => ({ type: 'short-answer' as const, stem, answers: list, matching: policy })),
    numerical: fc
      .tuple(
        text,
        fc
          .array(
            fc.record({
              value: number,
              tolerance: positive,
              toleranceKind: fc.constantFrom('absolute' as const, 'relative' as const),
            }),
            {
              minLength: 1,
              maxLength: 3,
            },
          )
          .chain(fractions)
          .chain(remarked),
        fc.uniqueArray(fc.constantFrom('km', 'm/s', '°C', 'a=b', 'x;y', 'viên'), { maxLength: 3 }),
        fc.constantFrom('not-asked' as const, 'optional' as const, 'required' as const),
        fc.constantFrom(0, 0.1, 1),
      )
      .map(([stem, list, names, unitPolicy, unitPenalty]) => ({
        ...{ type: 'numerical' as const, stem, answers: list, unitPenalty },
        units: names.map((name, index) => ({ name, factor: index === 0 ? 1 : 0.001 * index })),
        unitPolicy: names.length === 0 ? ('not-asked' as const) : unitPolicy,
      })),
    blanks: fc
      .tuple(text, fc.uniqueArray(fc.constantFrom('1', '2', 'nam', 'noi-o'), { minLength: 1, maxLength: 3 }))
      .chain(([stem, names]) =>
        fc
          .tuple(...names.map(blank))
          .chain((list) => remarked(list))
          .map((blanks) => ({
            ...{ type: 'blanks' as const, blanks },
            stem: tidy(`${stem.replace(/[{}]/g, '')} ${names.map((name) => `{{${name}}}`).join(' và ')}`),
          })),
      ),
    essay: fc
      .tuple(
        text,
        fc.array(fc.tuple(text, text, text), { maxLength: 3 }),
        fc.oneof(fc.constant(''), text),
        fc.constantFrom([0, 0], [200, 500], [0, 300], [50, 0]),
        fc.nat(3),
      )
      .map(([stem, criteria, markerNotes, [minWords = 0, maxWords = 0], maxFiles]) => ({
        ...{ type: 'essay' as const, stem, minWords, maxWords, maxFiles, markerNotes },
        rubric: criteria.map(([name, none, full], index) => ({
          ...{ id: letterId(index), text: name },
          levels: [
            { points: 0, text: none },
            { points: 2.5, text: full },
          ],
        })),
      })),
  };
}

/** A whole question around a body. */
export function anyQuestion(body: fc.Arbitrary<QuestionBody>, { text, line }: Texts): fc.Arbitrary<PrintQuestion> {
  return fc.record({
    body,
    title: fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map((at) => `Câu ${at}`),
      line.filter((one) => !/^Câu \d+$/.test(one)),
    ),
    category: fc.constantFrom('', 'Bài 1', 'Chương: 1/Bài {2}'),
    tags: fc.uniqueArray(fc.constantFrom('nq35', 'bài-2', 'ôn tập', 'a, b', 'c; d'), { maxLength: 3 }),
    difficulty: fc.option(fc.constantFrom(...difficulties)),
    explanation: fc.oneof(fc.constant(''), text),
    source: fc.oneof(fc.constant(''), text),
  });
}

/** A question without its place in a file. */
export const plainly = ({
  line: _line,
  untilLine: _until,
  ...rest
}: { line: number; untilLine: number } & PrintQuestion) => rest;
