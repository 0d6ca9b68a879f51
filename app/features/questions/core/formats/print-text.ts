import { printNumber } from '../number-text.ts';
import type { QuestionBody } from '../question.ts';
import type { PrintedFile, PrintLoss, PrintQuestion } from './print-question.ts';
import { type FieldName, fieldText } from './text/extended/field-lines.ts';
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
    parts.push(questionLines(question, index + 1).join('\n'));
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

/** Words that begin behind a mark and go on in lines of their own. */
function words(text: string, context: Context): string {
  const [first = '', ...more] = text.trim().replace(/\r\n?/g, '\n').split('\n');
  return [first, ...more.map((line) => escapeLine(line, context))].join('\n');
}

function questionLines(question: PrintQuestion, place: number): string[] {
  const { title, body, explanation, source, difficulty, tags } = question;
  const number = /^Câu (\d{1,4})$/.exec(title)?.[1];
  const isPlainNumber = number !== undefined && String(Number(number)) === number;
  const said = (name: FieldName, text: string) => (text === '' ? [] : [fieldText(name, words(text, 'words'))]);
  return [
    `Câu ${isPlainNumber ? number : place}. ${words(body.stem, 'stem')}`.trimEnd(),
    ...bodyLines(body),
    ...said('explanation', explanation),
    ...said('source', source),
    ...(difficulty === null ? [] : [fieldText('difficulty', difficultyWords[difficulty][0]!)]),
    ...(tags.length === 0
      ? []
      : [
          fieldText(
            'tags',
            tags.length === 1 && /[,]/.test(tags[0]!) ? `${printList(tags, ';')};` : printList(tags, ';'),
          ),
        ]),
    ...(title === '' || isPlainNumber ? [] : [fieldText('title', oneLine(title))]),
  ];
}

const options = (rows: readonly { text: string }[], sign: '.' | ')' = '.') =>
  rows.map(
    ({ text }, at) => `${sign === '.' ? LETTERS[at] : LETTERS[at]!.toLowerCase()}${sign} ${words(text, 'options')}`,
  );
const numbered = (rows: readonly { text: string }[]) => rows.map(({ text }, at) => `${at + 1}) ${words(text, 'list')}`);
const lettered = (rows: readonly { text: string }[]) =>
  rows.map(({ text }, at) => `${LETTERS[at]!.toLowerCase()}) ${words(text, 'list')}`);
const remarks = (rows: readonly { feedback?: string }[], nameOf: (at: number) => string) =>
  rows.flatMap(({ feedback }, at) =>
    feedback ? [fieldText('feedback', words(feedback, 'words'), { arg: nameOf(at) })] : [],
  );
const letterOf = (at: number) => LETTERS[at]!;
const scoringOf = (scoring: keyof typeof scoringWords, usual: string) =>
  scoring === usual ? [] : [fieldText('scoring', scoringWords[scoring][0]!)];
const typeOf = (type: QuestionBody['type']) => fieldText('type', typeWords[type][0]!);
const fixedOf = (rows: readonly { fixed?: boolean }[]) => {
  const letters = rows.flatMap(({ fixed }, at) => (fixed ? [letterOf(at)] : []));
  return letters.length === 0 ? [] : [fieldText('fixed', letters.join(', '))];
};
const worth = (fraction: number) => (fraction === 1 ? '' : printShare(fraction));

/** What a paper says of a body below its stem: an option, an item or a field each, with the lines that belong to it. */
export function bodyLines(body: QuestionBody): string[] {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const right = body.options.flatMap(({ id }, at) =>
        (body.type === 'single' ? body.correct === id : body.correct.includes(id)) ? [letterOf(at)] : [],
      );
      return [
        ...(body.type === 'multiple' && right.length < 2 ? [typeOf('multiple')] : []),
        ...options(body.options),
        fieldText('key', right.join(', ')),
        ...(body.type === 'multiple' ? scoringOf(body.scoring, 'all-or-nothing') : []),
        ...fixedOf(body.options),
        ...remarks(body.options, letterOf),
      ];
    }
    case 'true-false':
      return [
        fieldText('key', body.answer ? 'Đúng' : 'Sai'),
        ...(body.feedbackTrue ? [fieldText('feedback', words(body.feedbackTrue, 'words'), { arg: 'Đúng' })] : []),
        ...(body.feedbackFalse ? [fieldText('feedback', words(body.feedbackFalse, 'words'), { arg: 'Sai' })] : []),
      ];
    case 'cluster':
      return [
        ...options(body.statements, ')'),
        fieldText(
          'key',
          body.statements
            .map(({ answer }, at) => `${letterOf(at).toLowerCase()}) ${answer ? 'Đúng' : 'Sai'}`)
            .join(', '),
        ),
        ...scoringOf(body.scoring, 'proportional'),
        ...remarks(body.statements, (at) => letterOf(at).toLowerCase()),
      ];
    case 'matching': {
      const places = new Map(body.choices.map(({ id }, at) => [id, letterOf(at).toLowerCase()]));
      const pairs = body.prompts.map(({ id }, at) => `${at + 1}-${places.get(body.pairs[id] ?? '') ?? ''}`);
      return [
        ...[fieldText('left', ''), ...numbered(body.prompts), fieldText('right', ''), ...lettered(body.choices)],
        fieldText('pairs', pairs.join(', ')),
        ...scoringOf(body.scoring, 'proportional'),
      ];
    }
    case 'ordering':
      return [
        ...[fieldText('items', ''), ...numbered(body.items)],
        fieldText('order', body.items.map((_, at) => at + 1).join('-')),
        ...scoringOf(body.scoring, 'in-place'),
      ];
    case 'short-answer': {
      const policy = printPolicy(body.matching);
      return [
        typeOf('short-answer'),
        ...body.answers.map(({ text, fraction }) => fieldText('key', oneLine(text), { note: worth(fraction) })),
        ...(policy === '' ? [] : [fieldText('policy', policy)]),
      ];
    }
    case 'numerical':
      return numericalLines(body);
    case 'blanks':
      return blankLines(body);
    case 'essay':
      return essayLines(body);
  }
}

function numericalLines(body: Extract<QuestionBody, { type: 'numerical' }>): string[] {
  const units = body.units.map(({ name, factor }) => `${printList([name], ';')} = ${printNumber(factor)}`);
  const usual = units.length > 0 ? 'optional' : 'not-asked';
  return [
    typeOf('numerical'),
    ...body.answers.map((answer) => fieldText('key', printAround(answer), { note: worth(answer.fraction) })),
    ...remarks(body.answers, (at) => String(at + 1)),
    ...(units.length === 0 ? [] : [fieldText('units', units.join('; '))]),
    ...(body.unitPolicy === usual ? [] : [fieldText('unit-policy', unitPolicyWords[body.unitPolicy][0]!)]),
    ...(body.unitPenalty === 0 ? [] : [fieldText('unit-penalty', printShare(body.unitPenalty))]),
  ];
}

function blankLines(body: Extract<QuestionBody, { type: 'blanks' }>): string[] {
  return body.blanks.flatMap((blank) => {
    const { id, kind, weight } = blank;
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
      fieldText('blank', parts.join(' | '), { arg: id, note }),
      ...(policy === '' ? [] : [fieldText('policy', policy, { arg: id })]),
      ...(weight === 1 ? [] : [fieldText('weight', printNumber(weight), { arg: id })]),
    ];
  });
}

/** A text of a list; a star of its own is not the sign of the right one. */
const starred = (text: string) => printList([text], '|').replace(/^\*/, '\\*');

function essayLines(body: Extract<QuestionBody, { type: 'essay' }>): string[] {
  const { minWords, maxWords, maxFiles, rubric, markerNotes } = body;
  const range = minWords === 0 ? String(maxWords) : `${minWords}-${maxWords === 0 ? '' : maxWords}`;
  return [
    typeOf('essay'),
    ...(minWords === 0 && maxWords === 0 ? [] : [fieldText('words', range)]),
    ...(maxFiles === 0 ? [] : [fieldText('files', String(maxFiles))]),
    ...rubric.flatMap(({ text, levels }) => [
      fieldText('criterion', words(text, 'words')),
      ...levels.map((level) => fieldText('level', words(level.text, 'words'), { arg: printNumber(level.points) })),
    ]),
    ...(markerNotes === '' ? [] : [fieldText('marker', words(markerNotes, 'words'))]),
  ];
}
