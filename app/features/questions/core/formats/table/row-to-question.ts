import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type FormatProblem, problemAt, type ReadQuestion, type UnreadQuestion } from '../read-question.ts';
import { type FieldName, fieldForms } from '../text/extended/field-lines.ts';
import { chosen, typeWords } from '../text/extended/field-words.ts';
import { fieldsOfText } from '../text/extended/read-rich.ts';
import { printShare, readWorth } from '../text/extended/values.ts';
import type { WrittenField, WrittenQuestion } from '../text/extended/written-question.ts';
import { writtenToQuestion } from '../text/extended/written-to-question.ts';
import { markdownOf, type Run } from '../text/source-line.ts';
import type { ColumnMap, QuestionColumn } from './question-columns.ts';
import { cellText, columnName, type TableCell, type TableRow } from './question-table.ts';

interface Heads {
  columns: ColumnMap;
  isRich: boolean;
}

const PLAIN: readonly FieldName[] = ['type', 'title', 'category', 'difficulty', 'tags', 'scoring', 'fixed', 'policy'];
const PROSE: readonly FieldName[] = ['explanation', 'source'];

/** One row as a question; null for an empty row, and for one with a problem that keeps it from being one. */
export function rowToQuestion(
  row: TableRow,
  { columns, isRich }: Heads,
  sheet: string,
): { question: ReadQuestion | null; unread?: UnreadQuestion; problems: FormatProblem[] } {
  const cellOf = (column: QuestionColumn): TableCell | undefined => row.cells[columns.get(column) ?? -1];
  const plain = (column: QuestionColumn) => nfc(cellText(cellOf(column)).replace(/\r\n?/g, '\n')).trim();
  const words = (column: QuestionColumn) => (isRich ? plain(column) : proseOf(cellOf(column)?.runs ?? []));
  const asked = [...columns.keys()].filter((column) => column !== 'number');
  if (asked.every((column) => plain(column) === '' && !cellOf(column)?.isOdd)) return { question: null, problems: [] };

  const { line } = row;
  const fields: WrittenField[] = [];
  const add = (name: FieldName, text: string, more: Partial<WrittenField> = {}) => {
    if (text !== '') fields.push({ name, arg: '', note: '', line, lines: text.split('\n'), ...more });
  };
  for (const name of PLAIN) add(name, plain(name).replace(/\s*\n\s*/g, ' '));
  for (const name of PROSE) add(name, words(name));
  const type = chosen(plain('type'), typeWords);
  const letters = [...columns.keys()].flatMap((column) => /^option-(.)$/.exec(column)?.[1] ?? []).sort();
  const options = letters.map((letter) => ({ letter, text: words(`option-${letter}`) }));
  // An empty cell among the options is no option, and those behind it keep their letters.
  const given = options.filter(({ text }) => text !== '');
  addKeys(add, plain('key'), {
    isTyped: type === 'short-answer' || type === 'numerical',
    hasOptions: given.length > 0,
  });
  for (const column of columns.keys()) {
    const arg = /^feedback-(.)$/.exec(column)?.[1];
    const place = given.findIndex(({ letter }) => letter === arg);
    if (arg && place !== -1) add('feedback', words(column), { arg: String.fromCharCode(65 + place) });
  }
  const details = fieldsOfText(plain('details'), line);
  fields.push(...details.fields);
  const isPairs = type === 'matching' && details.fields.every(({ name }) => name !== 'pairs');
  if (isPairs) fields.push(...pairFields(given, line));
  const written: WrittenQuestion = {
    ...{ line, untilLine: line, number: null, category: plain('category'), stem: words('stem'), glue: '\n', fields },
    options: isPairs ? [] : renamed(given, fields),
  };
  const read = writtenToQuestion(written);
  const at = (column: QuestionColumn) => {
    const index = columns.get(column);
    const name = index === undefined ? String(line) : `${columnName(index)}${line}`;
    return `${sheet === '' ? '' : `${sheet}!`}${name}: ${index === undefined ? plain('stem') : cellText(row.cells[index])}`;
  };
  const problems = read.problems.map((problem) => ({
    ...problem,
    excerpt: problemAt('hint', problem.code, { line, text: at(columnOf(problem)) }).excerpt,
  }));
  for (const column of asked) {
    if (cellOf(column)?.isOdd) problems.push(problemAt('warning', 'odd-cell', { line, text: at(column) }));
  }
  if (details.stray !== '')
    problems.push(
      problemAt('warning', 'stray-text', { line, text: `${at('details').split(':')[0]}: ${details.stray}` }),
    );
  if (read.question) return { question: read.question, problems };
  return { question: null, unread: { written, unsound: null }, problems };
}

/** Lines of a plain cell are paragraphs; looks that set words apart stay. */
function proseOf(runs: readonly Run[]): string {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const parts = nfc(run.text).split(/\r\n|\r|\n/);
    parts.forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...run, text });
    });
  }
  return lines
    .map(markdownOf)
    .filter((line) => line !== '')
    .join('\n\n');
}

type Add = (name: FieldName, text: string, more?: Partial<WrittenField>) => void;

/** A key of letters or truths is one; of typed answers each line is one, with its share behind it. */
function addKeys(add: Add, text: string, { isTyped, hasOptions }: { isTyped: boolean; hasOptions: boolean }): void {
  if (!isTyped || hasOptions) {
    add('key', text);
    return;
  }
  for (const each of text.split('\n')) {
    const worth = readWorth(each.trim());
    add('key', worth.text, { note: worth.fraction === 1 ? '' : printShare(worth.fraction) });
  }
}

/** 'Hà Nội -> sông Hồng' in the cells of options; nothing before the arrow is a choice to spare. */
function pairFields(options: readonly { text: string }[], line: number): WrittenField[] {
  const left: string[] = [];
  const right: string[] = [];
  const pairs: string[] = [];
  for (const { text } of options) {
    const match = /^([\s\S]*?)(?:\\?-\\?>|→)([\s\S]*)$/.exec(text);
    if (!match) continue;
    const [from = '', to = ''] = [match[1]!.trim(), match[2]!.trim()].map((part) => part.replace(/\s*\n\s*/g, ' '));
    let place = right.indexOf(to);
    if (place === -1) place = right.push(to) - 1;
    if (from !== '') pairs.push(`${left.push(from)}-${String.fromCharCode(97 + place)}`);
  }
  if (pairs.length === 0) return [];
  const field = (name: FieldName, lines: string[]): WrittenField => ({ name, arg: '', note: '', line, lines });
  return [
    field('left', ['', ...left.map((text, at) => `${at + 1}) ${text}`)]),
    field('right', ['', ...right.map((text, at) => `${String.fromCharCode(97 + at)}) ${text}`)]),
    field('pairs', [pairs.join(', ')]),
  ];
}

/** Options lettered anew without gaps; a key that names a letter behind a gap follows. */
function renamed(options: readonly { letter: string; text: string }[], fields: readonly WrittenField[]) {
  const isWhole = options.every(({ letter }, index) => letter === String.fromCharCode(65 + index));
  if (isWhole) return [...options];
  const names = new Map(options.map(({ letter }, index) => [letter, String.fromCharCode(65 + index)]));
  for (const field of fields) {
    if (field.name !== 'key' && field.name !== 'fixed') continue;
    if (/^\s*[A-T](\s*[,;&+ ]\s*[A-T])*\s*$/i.test(field.lines[0] ?? ''))
      field.lines[0] = field.lines[0]!.replace(/[A-T]/gi, (letter) => names.get(letter.toUpperCase()) ?? '?');
  }
  return options.map(({ text }, index) => ({ letter: String.fromCharCode(65 + index), text }));
}

/** The column in which a problem is to be mended. */
function columnOf({ code, detail }: FormatProblem): QuestionColumn {
  if (code === 'no-key' || code === 'key-not-an-option' || code === 'two-keys') return 'key';
  if (code === 'no-options' || code === 'one-option') return 'option-A';
  if (code !== 'bad-field') return 'stem';
  const name = (Object.keys(fieldForms) as FieldName[]).find((each) => detail.startsWith(fieldForms[each].printed));
  return name ?? 'details';
}

export const plainCell = (text: string): TableCell => ({ runs: [{ text }] });
