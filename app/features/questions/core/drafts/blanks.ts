import { blankMarks } from '#app/features/questions/core/blank-marks.ts';
import type { ListChange } from '#app/features/questions/core/list-change.ts';
import { MAX_OPTIONS } from '#app/features/questions/core/options.ts';
import type { Blank, BlanksBody } from '#app/features/questions/core/question.ts';
import { MAX_BLANKS } from '#app/features/questions/core/types/blanks.ts';
import { MAX_NUMBERS } from '#app/features/questions/core/types/numerical.ts';
import type { DraftType } from './draft-type.ts';
import { blankNumber, isWrittenNumber, type NumberDraft } from './numerical.ts';
import {
  blankRow,
  changeAt,
  changeRows,
  freeRowId,
  hasText,
  innerChange,
  rowField,
  rowId,
  type TextRow,
} from './rows.ts';
import {
  type AnswerDraft,
  answerDrafts,
  answersOf,
  blankAnswer,
  blankPolicy,
  MAX_ANSWERS,
  matchingOf,
  type PolicyDraft,
  policyDraft,
} from './text-answers.ts';
import { clean, fractionOf, numberOf, printNumberField, printPercent } from './typed.ts';

/** One blank with the rows of every kind; those of the kinds that it is not count for nothing. */
export interface BlankDraft extends PolicyDraft {
  /** The stem holds it as {{id}}. */
  id: string;
  kind: Blank['kind'];
  weight: string;
  feedback: string;
  answers: AnswerDraft[];
  options: TextRow[];
  /** The id of the right option. */
  right: string;
  numbers: NumberDraft[];
}

export interface BlanksDraft {
  blanks: BlankDraft[];
}

const blankOf = (id: string): BlankDraft => ({
  ...{ id, kind: 'text', weight: '1', feedback: '', right: '' },
  answers: [blankAnswer()],
  ...blankPolicy(),
  options: [0, 1, 2].map((index) => blankRow(rowId(index))),
  numbers: [blankNumber()],
});

export const blanksDraft: DraftType<BlanksBody, BlanksDraft> = {
  blank: () => ({ blanks: [blankOf('1')] }),

  draftOf: ({ blanks }) => ({ blanks: blanks.map(rowOf) }),

  bodyOf: (stem, { blanks }) => ({ type: 'blanks', stem, blanks: blanks.filter(isWrittenIn(stem)).map(bodyOfBlank) }),

  formField(field, { stem, blanks }) {
    const outer = rowField(field, 'blanks', blanks, isWrittenIn(stem));
    const [, head = '', at, rest] = /^(blanks\[(\d+)\]\.)(.*)$/.exec(outer) ?? [];
    const row = blanks[Number(at)];
    return row && rest ? `${head}${partField(rest, row)}` : outer;
  },

  change({ stem, blanks }, change) {
    if (change.list === 'blanks') {
      return { blanks: changeRows(blanks, change, () => blankOf(nextId(stem, blanks)), MAX_BLANKS) };
    }
    const inner = innerChange(change, 'blanks');
    return inner ? { blanks: changeAt(blanks, inner.at, (row) => changeBlank(row, inner.change)) } : {};
  },
};

/** The first mark of the stem that has no blank yet, else the next number. */
function nextId(stem: string, blanks: readonly BlankDraft[]): string {
  const waiting = blankMarks(stem).find((id) => !blanks.some((blank) => blank.id === id));
  return waiting ?? freeRowId(blanks, (index) => String(index + 1));
}

const isWrittenIn = (stem: string) => (row: BlankDraft) =>
  blankMarks(stem).includes(row.id) ||
  row.feedback.trim() !== '' ||
  row.answers.some(hasText) ||
  row.options.some(hasText) ||
  row.numbers.some(isWrittenNumber);

function rowOf(blank: Blank): BlankDraft {
  const { kind, weight, feedback = '' } = blank;
  const row = { ...blankOf(blank.id), kind, weight: printNumberField(weight), feedback };
  switch (blank.kind) {
    case 'text':
      return { ...row, answers: answerDrafts(blank.answers), ...policyDraft(blank.matching) };
    case 'choice':
      return { ...row, options: blank.options.map(({ id, text }) => ({ id, text })), right: blank.correct };
    case 'number':
      return {
        ...row,
        numbers: blank.answers.map(({ value, tolerance, fraction }) => ({
          value: printNumberField(value),
          tolerance: printNumberField(tolerance),
          percent: printPercent(fraction),
        })),
      };
  }
}

function bodyOfBlank(row: BlankDraft): Blank {
  const { id, kind } = row;
  const feedback = clean(row.feedback);
  const common = { id, weight: numberOf(row.weight, 1), ...(feedback && { feedback }) };
  switch (kind) {
    case 'text':
      return { ...common, kind, answers: answersOf(row.answers), matching: matchingOf(row) };
    case 'choice': {
      const options = row.options.filter(isWrittenOption(row)).map((one) => ({ id: one.id, text: clean(one.text) }));
      return { ...common, kind, options, correct: row.right };
    }
    case 'number': {
      const answers = row.numbers.filter(isWrittenNumber).map(({ value, tolerance, percent }) => ({
        value: numberOf(value),
        tolerance: numberOf(tolerance, 0),
        fraction: fractionOf(percent),
      }));
      return { ...common, kind, answers };
    }
  }
}

const isWrittenOption = (row: BlankDraft) => (option: TextRow) => hasText(option) || option.id === row.right;

function partField(field: string, row: BlankDraft): string {
  if (field === 'correct') return 'right';
  if (row.kind === 'choice') return rowField(field, 'options', row.options, isWrittenOption(row));
  const named = field.replace(/\.fraction$/, '.percent');
  return row.kind === 'text'
    ? rowField(named, 'answers', row.answers, hasText)
    : rowField(named.replace(/^answers/, 'numbers'), 'numbers', row.numbers, isWrittenNumber);
}

function changeBlank(row: BlankDraft, change: ListChange): BlankDraft {
  switch (change.list) {
    case 'answers':
      return { ...row, answers: changeRows(row.answers, change, blankAnswer, MAX_ANSWERS) };
    case 'numbers':
      return { ...row, numbers: changeRows(row.numbers, change, blankNumber, MAX_NUMBERS) };
    case 'options': {
      const options = changeRows(row.options, change, () => blankRow(freeRowId(row.options)), MAX_OPTIONS);
      return { ...row, options, right: options.some(({ id }) => id === row.right) ? row.right : '' };
    }
    default:
      return row;
  }
}
