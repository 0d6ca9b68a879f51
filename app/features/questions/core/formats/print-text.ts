import { printNumber } from '../number-text.ts';
import type { QuestionBody } from '../question.ts';
import type { PrintedFile, PrintLoss, PrintQuestion } from './print-question.ts';
import { type FieldName, fieldForms, fieldText } from './text/extended/field-lines.ts';
import {
  blankKindWords,
  difficultyWords,
  printPolicy,
  scoringWords,
  typeWords,
  unitPolicyWords,
} from './text/extended/field-words.ts';
import { richMark } from './text/extended/read-rich.ts';
import { type Context, escapeLine } from './text/extended/structure.ts';
import { printAround, printList, printShare, printWorth } from './text/extended/values.ts';

/**
 * Writes questions as a Vietnamese paper, 'Câu 1.', 'A.', 'Đáp án: B', with a line for everything that a paper has no word
 * for. All types, all of them: `parseText` reads the same questions again. A question without a title becomes 'Câu n'.
 */
export function printText(questions: readonly PrintQuestion[]): PrintedFile {
  const parts: string[] = [richMark];
  const losses: PrintLoss[] = [];
  let category = '';
  questions.forEach((question, index) => {
    if (question.category !== category) parts.push(fieldText('category', oneLine(question.category)));
    category = question.category;
    parts.push(entryLines(questionEntries(question, index + 1)));
    if (question.body.type === 'matching' && isTooLong(question.body))
      losses.push({ index, lost: ['type'], isLeftOut: false });
  });
  return { text: `${parts.join('\n\n')}\n`, losses };
}

// Letters and numbers of two signs name so many rows; no sound question has more.
const isTooLong = ({ prompts, choices }: Extract<QuestionBody, { type: 'matching' }>) =>
  prompts.length > 99 || choices.length > 20;

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();
const LETTERS = 'ABCDEFGHIJKLMNOPQRST';
const letterOf = (at: number) => LETTERS[at]!;

/** One piece of a question on paper: what it begins with ('Câu 1.', 'A.', 'Nguồn:') and its words, Markdown. */
export interface PaperEntry {
  label: string;
  text: string;
  context: Context;
  /** What it tells beside stem, options and items. */
  field: FieldName | null;
}

/** Everything of a question in the order of a paper. */
export function questionEntries(question: PrintQuestion, place: number): PaperEntry[] {
  const { title, body, explanation, source, difficulty, tags } = question;
  const number = /^Câu (\d{1,4})$/.exec(title)?.[1];
  const isPlainNumber = number !== undefined && String(Number(number)) === number;
  const said = (name: FieldName, text: string) => (text === '' ? [] : [field(name, text)]);
  const listed = printList(tags, ';');
  return [
    { label: `Câu ${isPlainNumber ? number : place}.`, text: body.stem, context: 'stem', field: null },
    ...bodyEntries(body),
    ...said('explanation', explanation),
    ...said('source', source),
    ...(difficulty === null ? [] : [field('difficulty', difficultyWords[difficulty][0]!)]),
    // A comma in the only tag would part it.
    ...said('tags', tags.length === 1 && listed.includes(',') ? `${listed};` : listed),
    ...(isPlainNumber ? [] : said('title', oneLine(title))),
  ];
}

function entryText({ label, text, context }: PaperEntry): string {
  const [first = '', ...more] = text.trim().replace(/\r\n?/g, '\n').split('\n');
  return [first === '' ? label : `${label} ${first}`, ...more.map((line) => escapeLine(line, context))].join('\n');
}

/** A field with its words as text that is read again. */
export const entryLines = (entries: readonly PaperEntry[]): string => entries.map(entryText).join('\n');

const field = (name: FieldName, text: string, { arg = '', note = '' } = {}): PaperEntry => ({
  ...{ label: fieldText(name, '', { arg, note }), text, field: name },
  context: fieldForms[name].isList ? 'list' : 'words',
});
const options = (rows: readonly { text: string }[], nameOf: (at: number) => string): PaperEntry[] =>
  rows.map(({ text }, at) => ({ label: nameOf(at), text, context: 'options', field: null }));
const items = (rows: readonly { text: string }[], nameOf: (at: number) => string): PaperEntry[] =>
  rows.map(({ text }, at) => ({ label: `${nameOf(at)})`, text, context: 'list', field: null }));
const small = (at: number) => letterOf(at).toLowerCase();
const ordinal = (at: number) => String(at + 1);
const remarks = (rows: readonly { feedback?: string }[], nameOf: (at: number) => string) =>
  rows.flatMap(({ feedback }, at) => (feedback ? [field('feedback', feedback, { arg: nameOf(at) })] : []));
const scoringOf = (scoring: keyof typeof scoringWords, usual: string) =>
  scoring === usual ? [] : [field('scoring', scoringWords[scoring][0]!)];
const typeOf = (type: QuestionBody['type']) => field('type', typeWords[type][0]!);
const fixedOf = (rows: readonly { fixed?: boolean }[]) => {
  const letters = rows.flatMap(({ fixed }, at) => (fixed ? [letterOf(at)] : []));
  return letters.length === 0 ? [] : [field('fixed', letters.join(', '))];
};
const worth = (fraction: number) => (fraction === 1 ? '' : printShare(fraction));

/** What a paper says of a body below its stem. */
export function bodyEntries(body: QuestionBody): PaperEntry[] {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const isRight = (id: string) => (body.type === 'single' ? body.correct === id : body.correct.includes(id));
      const right = body.options.flatMap(({ id }, at) => (isRight(id) ? [letterOf(at)] : []));
      return [
        ...(body.type === 'multiple' && right.length < 2 ? [typeOf('multiple')] : []),
        ...options(body.options, (at) => `${letterOf(at)}.`),
        field('key', right.join(', ')),
        ...(body.type === 'multiple' ? scoringOf(body.scoring, 'all-or-nothing') : []),
        ...fixedOf(body.options),
        ...remarks(body.options, letterOf),
      ];
    }
    case 'true-false':
      return [
        field('key', body.answer ? 'Đúng' : 'Sai'),
        ...(body.feedbackTrue ? [field('feedback', body.feedbackTrue, { arg: 'Đúng' })] : []),
        ...(body.feedbackFalse ? [field('feedback', body.feedbackFalse, { arg: 'Sai' })] : []),
      ];
    case 'cluster':
      return [
        ...options(body.statements, (at) => `${small(at)})`),
        field('key', body.statements.map(({ answer }, at) => `${small(at)}) ${answer ? 'Đúng' : 'Sai'}`).join(', ')),
        ...scoringOf(body.scoring, 'proportional'),
        ...remarks(body.statements, small),
      ];
    case 'matching': {
      const places = new Map(body.choices.map(({ id }, at) => [id, small(at)]));
      const pairs = body.prompts.map(({ id }, at) => `${at + 1}-${places.get(body.pairs[id] ?? '') ?? ''}`);
      return [
        ...[field('left', ''), ...items(body.prompts, ordinal), field('right', ''), ...items(body.choices, small)],
        field('pairs', pairs.join(', ')),
        ...scoringOf(body.scoring, 'proportional'),
        ...remarks(body.prompts, ordinal),
      ];
    }
    case 'ordering':
      return [
        ...[field('items', ''), ...items(body.items, ordinal)],
        field('order', body.items.map((_, at) => at + 1).join('-')),
        ...scoringOf(body.scoring, 'in-place'),
      ];
    case 'short-answer': {
      const policy = printPolicy(body.matching);
      return [
        typeOf('short-answer'),
        ...body.answers.map(({ text, fraction }) => field('key', oneLine(text), { note: worth(fraction) })),
        ...(policy === '' ? [] : [field('policy', policy)]),
      ];
    }
    case 'numerical':
      return numericalEntries(body);
    case 'blanks':
      return blankEntries(body);
    case 'essay':
      return essayEntries(body);
  }
}

function numericalEntries(body: Extract<QuestionBody, { type: 'numerical' }>): PaperEntry[] {
  const units = body.units.map(({ name, factor }) => `${printList([name], ';')} = ${printNumber(factor)}`);
  const usual = units.length > 0 ? 'optional' : 'not-asked';
  return [
    typeOf('numerical'),
    ...body.answers.map((answer) => field('key', printAround(answer), { note: worth(answer.fraction) })),
    ...remarks(body.answers, ordinal),
    ...(units.length === 0 ? [] : [field('units', units.join('; '))]),
    ...(body.unitPolicy === usual ? [] : [field('unit-policy', unitPolicyWords[body.unitPolicy][0]!)]),
    ...(body.unitPenalty === 0 ? [] : [field('unit-penalty', printShare(body.unitPenalty))]),
  ];
}

function blankEntries(body: Extract<QuestionBody, { type: 'blanks' }>): PaperEntry[] {
  return body.blanks.flatMap((blank) => {
    const { id, kind, weight, feedback } = blank;
    const note = kind === 'text' ? '' : blankKindWords[kind][0]!;
    const parts =
      blank.kind === 'choice'
        ? blank.options.map((option) =>
            option.id === blank.correct ? `*${starred(option.text)}` : starred(option.text),
          )
        : blank.kind === 'text'
          ? blank.answers.map(({ text, fraction }) => starred(printWorth(text, fraction)))
          : blank.answers.map(({ fraction, ...around }) =>
              printWorth(printAround({ ...around, toleranceKind: 'absolute' }), fraction),
            );
    const policy = blank.kind === 'text' ? printPolicy(blank.matching) : '';
    return [
      field('blank', parts.join(' | '), { arg: id, note }),
      ...(policy === '' ? [] : [field('policy', policy, { arg: id })]),
      ...(weight === 1 ? [] : [field('weight', printNumber(weight), { arg: id })]),
      ...(feedback ? [field('blank-feedback', feedback, { arg: id })] : []),
    ];
  });
}

/** A text of a list; a star of its own is not the sign of the right one. */
const starred = (text: string) => printList([text], '|').replace(/^\*/, '\\*');

function essayEntries(body: Extract<QuestionBody, { type: 'essay' }>): PaperEntry[] {
  const { minWords, maxWords, maxFiles, rubric, markerNotes } = body;
  const range = minWords === 0 ? String(maxWords) : `${minWords}-${maxWords === 0 ? '' : maxWords}`;
  return [
    typeOf('essay'),
    ...(minWords === 0 && maxWords === 0 ? [] : [field('words', range)]),
    ...(maxFiles === 0 ? [] : [field('files', String(maxFiles))]),
    ...rubric.flatMap(({ text, levels }) => [
      field('criterion', text),
      ...levels.map((level) => field('level', level.text, { arg: printNumber(level.points) })),
    ]),
    ...(markerNotes === '' ? [] : [field('marker', markerNotes)]),
  ];
}
