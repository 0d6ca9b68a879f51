import type { Run } from '../text/source-line.ts';

/** A cell of a table of questions: what it shows, with its looks where the file tells any. */
export interface TableCell {
  runs: readonly Run[];
  /** An error in place of a value, or a formula that was never computed. */
  isOdd?: boolean;
}

export interface TableRow {
  /** From 1, as the program that shows the table counts. */
  line: number;
  cells: readonly (TableCell | undefined)[];
}

export interface QuestionTable {
  /** The sheet's name; empty for the only one. */
  name: string;
  rows: readonly TableRow[];
  /** Rows or letters beyond what is read. */
  isCut?: boolean;
}

export const cellText = (cell: TableCell | undefined): string => cell?.runs.map(({ text }) => text).join('') ?? '';

/** The name of a column from 0, as people say it: A, B … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
