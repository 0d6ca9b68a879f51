import { type Cell, readCsv } from './csv.ts';

/** A table of marks as `statistics FILE.csv` takes it: `marks[attempt][item]`. */
export interface MarksTable {
  /** The items' names, from the header. */
  readonly items: readonly string[];
  /** The largest mark of each item, 1 where the table has no row `max`. */
  readonly max: readonly number[];
  readonly marks: readonly (readonly number[])[];
}

export type MarksTableProblemCode =
  | 'empty-file'
  | 'open-quote'
  | 'no-attempt-column'
  | 'no-items'
  | 'unnamed-item'
  | 'repeated-item'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'empty-cell'
  | 'not-a-number'
  | 'negative-max'
  | 'repeated-max'
  | 'no-attempts';

/** Where and why a table cannot be read. Rows are lines of the file; both count from 1. */
export interface MarksTableProblem {
  readonly code: MarksTableProblemCode;
  readonly row: number;
  readonly column: number;
  /** What stands there, empty where nothing does. */
  readonly text: string;
}

export type MarksTableResult =
  | { readonly kind: 'table'; readonly table: MarksTable }
  | { readonly kind: 'problems'; readonly problems: readonly MarksTableProblem[] };

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a table of marks: header `attempt,1,2,...`, an optional row `max,...`, one row per attempt.
 *
 * Written by spreadsheets of any locale: BOM, CRLF, semicolons or tabs between the cells, decimal commas (quoted where the
 * comma also separates), empty columns and lines at the end. All problems are told at once, each with its place; an empty
 * cell is a problem and not a 0, since only the person with the table knows which of "wrong" and "not marked" it means.
 */
export function parseMarksTable(text: string): MarksTableResult {
  const { rows, openQuote } = readCsv(text);
  if (openQuote) return failed([{ code: 'open-quote', ...openQuote, text: '' }]);
  const [header, ...body] = rows;
  if (header === undefined) return failed([{ code: 'empty-file', row: 1, column: 1, text: '' }]);

  const problems: MarksTableProblem[] = [];
  const items = readHeader(header, problems);
  if (problems.length > 0) return failed(problems);

  let max: number[] | null = null;
  const marks: number[][] = [];
  for (const cells of body) {
    const values = readRow(cells, items.length, problems);
    const name = cells[0];
    if (name?.text.toLowerCase() !== 'max') {
      marks.push(values);
      continue;
    }
    if (max !== null) problems.push({ code: 'repeated-max', ...name });
    for (const [index, value] of values.entries()) {
      const cell = cells[index + 1];
      if (value < 0 && cell) problems.push({ code: 'negative-max', ...cell });
    }
    max = values;
  }
  if (marks.length === 0) problems.push({ code: 'no-attempts', row: header[0]!.row, column: 1, text: '' });
  if (problems.length > 0) return failed(problems);
  return { kind: 'table', table: { items, max: max ?? items.map(() => 1), marks } };
}

const failed = (problems: readonly MarksTableProblem[]) => ({ kind: 'problems', problems }) as const;

function readHeader(header: readonly Cell[], problems: MarksTableProblem[]): string[] {
  const [first, ...cells] = header;
  if (first?.text.toLowerCase() !== 'attempt') problems.push({ code: 'no-attempt-column', ...first! });
  const names = cells.slice(0, cells.findLastIndex((cell) => cell.text !== '') + 1);
  if (names.length === 0) problems.push({ code: 'no-items', row: first!.row, column: 2, text: '' });
  const seen = new Set<string>();
  for (const cell of names) {
    if (cell.text === '') problems.push({ code: 'unnamed-item', ...cell });
    else if (seen.has(cell.text)) problems.push({ code: 'repeated-item', ...cell });
    seen.add(cell.text);
  }
  return names.map((cell) => cell.text);
}

function readRow(cells: readonly Cell[], itemCount: number, problems: MarksTableProblem[]): number[] {
  const row = cells[0]!.row;
  if (cells.length <= itemCount) problems.push({ code: 'too-few-cells', row, column: cells.length + 1, text: '' });
  const surplus = cells.slice(itemCount + 1).find((cell) => cell.text !== '');
  if (surplus) problems.push({ code: 'too-many-cells', ...surplus });
  return cells.slice(1, itemCount + 1).map((cell) => {
    const value = NUMBER.test(cell.text) ? Number(cell.text.replace(',', '.')) : Number.NaN;
    if (!Number.isFinite(value)) problems.push({ code: cell.text === '' ? 'empty-cell' : 'not-a-number', ...cell });
    return value;
  });
}
