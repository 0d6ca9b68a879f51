import type { ReadFile } from '../read-question.ts';
import { findHeads } from '../table/question-columns.ts';
import { readTables } from '../table/read-table.ts';
import { plainCell } from '../table/row-to-question.ts';
import { csvRows } from './csv-rows.ts';

const MOST_ROWS = 20_000;
// What a spreadsheet would run was written behind a quote.
const GUARDED = /^'(?='*\s*[=+\-@\t\r])/;

/** Reads separated values: the first rows name the columns, each row below is a question. */
export function parseCsv(source: string): ReadFile {
  const { rows, isCut } = csvRows(source, MOST_ROWS);
  const cells = (row: readonly string[]) => row.map((text) => plainCell(text.replace(GUARDED, '')));
  return readTables('csv', [{ name: '', isCut, rows: rows.map(({ line, row }) => ({ line, cells: cells(row) })) }]);
}

/** Whether a text begins like a table of questions. */
export function looksLikeCsv(start: string): boolean {
  if (!/[,;\t]/.test(start)) return false;
  const { rows } = csvRows(start.slice(0, 20_000), 10);
  return findHeads(rows.map(({ row }) => row)) !== null;
}
