import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAiken, printAiken } from '#app/features/questions/core/formats/aiken.ts';
import { parseGift } from '#app/features/questions/core/formats/gift/parse-gift.ts';
import { printGift } from '#app/features/questions/core/formats/gift/print-gift.ts';
import { letterId } from '#app/features/questions/core/formats/letter-ids.ts';
import type { PrintQuestion } from '#app/features/questions/core/formats/print-question.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';

// Words that a careless writer of files trips over: every sign of the formats, at either end, twice, and in a row.
const sign = fc.constantFrom(
  ...'~=#{}:\\%*[]()<>|_-+.,;?!"\'/ \u00e0ếĐ1aBn0'.split(''),
  '->',
  '####',
  '::',
  '\n',
  '[html]',
  '%50%',
  '//',
  'A.',
  '$CATEGORY:',
  'ANSWER:',
);
const text = fc
  .array(sign, { minLength: 1, maxLength: 12 })
  .map((parts) =>
    parts
      .join('')
      .replace(/[ \t]+/g, ' ')
      .trim(),
  )
  .filter((one) => one !== '');
const line = text.map((one) => one.replace(/\s*\n\s*/g, ' ').trim()).filter((one) => one !== '');
const words = fc
  .array(fc.constantFrom('Đảng', 'quân đội', 'năm 2018', '35-NQ/TW', 'bốn'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));

const ids = (count: number) => Array.from({ length: count }, (_, index) => letterId(index));
const feedback = fc.option(text, { nil: undefined });
const options = fc
  .uniqueArray(text, { minLength: 2, maxLength: 6, selector: (one) => one.toLowerCase() })
  .chain((texts) =>
    fc.tuple(
      ...texts.map((one, index) =>
        feedback.map((said) => ({ id: letterId(index), text: one, ...(said && { feedback: said }) })),
      ),
    ),
  );

const single = fc
  .tuple(text, options)
  .chain(([stem, rows]) =>
    fc
      .constantFrom(...rows.map(({ id }) => id))
      .map((correct): QuestionBody => ({ type: 'single', stem, options: rows, correct })),
  );
const multiple = fc
  .tuple(text, options, fc.constantFrom('proportional' as const, 'right-minus-wrong' as const))
  .chain(([stem, rows, scoring]) =>
    // Of all options right, or one, the weights of a file say something else.
    rows.length < 3
      ? single
      : fc
          .subarray(ids(rows.length), { minLength: 2, maxLength: rows.length - 1 })
          .map((correct): QuestionBody => ({ type: 'multiple', stem, options: rows, correct, scoring })),
  );
const trueFalse = fc.tuple(text, fc.boolean(), feedback, feedback).map(
  ([stem, answer, feedbackTrue, feedbackFalse]): QuestionBody => ({
    ...{ type: 'true-false', stem, answer },
    ...(feedbackTrue && { feedbackTrue }),
    ...(feedbackFalse && { feedbackFalse }),
  }),
);
const short = fc
  .tuple(
    text,
    fc.uniqueArray(
      line.filter((one) => !one.includes('*')),
      { minLength: 1, maxLength: 4, selector: (one) => one.toLowerCase() },
    ),
  )
  .map(
    ([stem, answers]): QuestionBody => ({
      ...{ type: 'short-answer', stem, matching: { case: false, tones: 'exact', spelling: 'equivalent' } },
      answers: answers.map((one, index) => ({ text: one, fraction: index === 0 ? 1 : 0.5 })),
    }),
  );
const matching = fc
  .tuple(
    text,
    fc.uniqueArray(line, { minLength: 2, maxLength: 5, selector: (one) => one.toLowerCase() }),
    fc.uniqueArray(words, { minLength: 2, maxLength: 5 }),
  )
  .chain(([stem, prompts, choices]) =>
    fc.tuple(...prompts.map(() => fc.nat(choices.length - 1))).map((places): QuestionBody => {
      // A file lists choices in the order of their first use, the spare ones last.
      const used = [...new Set(places)];
      const order = [...used, ...choices.map((_, index) => index).filter((index) => !used.includes(index))];
      return {
        ...{ type: 'matching', stem, scoring: 'proportional' },
        prompts: prompts.map((one, index) => ({ id: letterId(index), text: one })),
        choices: order.map((place, index) => ({ id: letterId(index), text: escapeMarkdown(choices[place]!) })),
        pairs: Object.fromEntries(places.map((place, index) => [letterId(index), letterId(order.indexOf(place))])),
      };
    }),
  );
const numerical = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 50 }), feedback), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(
    ([stem, answers]): QuestionBody => ({
      ...{ type: 'numerical', stem, units: [], unitPolicy: 'not-asked', unitPenalty: 0 },
      answers: answers.map(([value, tolerance, said], index) => ({
        ...{ value: value / 4, tolerance, toleranceKind: 'absolute' as const, fraction: index === 0 ? 1 : 0.25 },
        ...(said && { feedback: said }),
      })),
    }),
  );
const essay = text.map(
  (stem): QuestionBody => ({ type: 'essay', stem, minWords: 0, maxWords: 0, maxFiles: 0, rubric: [], markerNotes: '' }),
);

const meta = fc.record({
  title: fc.oneof(
    fc.constant(''),
    line.filter((one) => !/^:|:$/.test(one)),
  ),
  category: fc.constantFrom('', 'Bài 1', 'Chương: 1/Bài {2}'),
  tags: fc.uniqueArray(fc.constantFrom('nq35', 'bài-2', 'ôn tập'), { maxLength: 2 }),
  explanation: fc.oneof(fc.constant(''), text),
});
const question = (body: fc.Arbitrary<QuestionBody>) =>
  fc.tuple(body, meta).map(([one, said]): PrintQuestion => ({ ...said, difficulty: null, source: '', body: one }));

const plainly = ({ line: _line, untilLine: _until, ...rest }: { line: number; untilLine: number } & PrintQuestion) =>
  rest;

describe('what is written as GIFT is read as it was', () => {
  it.each([
    ['single choice', single],
    ['multiple choice', multiple],
    ['true or false', trueFalse],
    ['short answer', short],
    ['matching', matching],
    ['numerical', numerical],
    ['essay', essay],
  ])('%s', (_, body) => {
    fc.assert(
      fc.property(fc.array(question(body), { minLength: 1, maxLength: 3 }), (questions) => {
        const { text: file, losses } = printGift(questions);
        expect(losses).toEqual([]);
        const read = parseGift(file);
        expect(read.problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
        expect(read.questions.map(plainly)).toEqual(questions);
      }),
      { numRuns: 150 },
    );
  });

  it('names what GIFT has no word for, and leaves out what it cannot hold', () => {
    const meta = { title: '', category: '', tags: [], explanation: '', difficulty: 'hard' as const, source: 'NQ 35' };
    const ordering: QuestionBody = {
      type: 'ordering',
      stem: 'Xếp',
      items: ids(2).map((id) => ({ id, text: id })),
      scoring: 'in-place',
    };
    const fixed: QuestionBody = {
      type: 'single',
      stem: 'Hỏi',
      options: [
        { id: 'a', text: 'x' },
        { id: 'b', text: 'y', fixed: true },
      ],
      correct: 'a',
    };
    const { losses } = printGift([
      { ...meta, body: ordering },
      { ...meta, body: fixed },
    ]);
    expect(losses).toEqual([
      { index: 0, lost: ['type'], isLeftOut: true },
      { index: 1, lost: ['fixed', 'difficulty', 'source'], isLeftOut: false },
    ]);
  });
});

describe('what is written as Aiken is read as it was', () => {
  it('plain single choices', () => {
    const options = fc.uniqueArray(words, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, options, fc.nat(5)), { minLength: 1, maxLength: 4 }), (rows) => {
        const questions = rows.map(
          ([stem, texts, key]): PrintQuestion => ({
            ...{ title: '', category: '', tags: [], explanation: '', difficulty: null, source: '' },
            body: {
              ...{ type: 'single', stem: escapeMarkdown(stem), correct: letterId(key % texts.length) },
              options: texts.map((one, index) => ({ id: letterId(index), text: escapeMarkdown(one) })),
            },
          }),
        );
        const { text: file, losses } = printAiken(questions);
        expect(losses).toEqual([]);
        const read = parseAiken(file);
        expect(read.problems).toEqual([]);
        expect(read.questions.map(plainly)).toEqual(questions);
      }),
    );
  });
});
