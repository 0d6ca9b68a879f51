import type { SheetRow } from '#app/kernel/sheet-cell.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

/** One row of a table of sheets as it was read; nothing is judged yet. */
export interface TypedRow {
  /** In the file, from 1. */
  readonly line: number;
  /** The number on the list, or a personnel number or login name. */
  readonly who: string;
  readonly variant: string;
  readonly letters: string;
  readonly written: Readonly<Record<string, string>>;
}

export const MOST_SHEETS = 2000;

type Column = 'number' | 'person' | 'variant' | 'letters' | `q${number}`;

/** What heads may say, folded. */
const HEADS: Record<Exclude<Column, `q${number}`>, readonly string[]> = {
  number: ['sbd', 'so bao danh', 'so', 'number', 'no.'],
  person: ['so hieu', 'so hieu quan nhan', 'ten dang nhap', 'personnel number', 'login'],
  variant: ['ma de', 'variant'],
  letters: ['bai lam', 'tra loi', 'answers', 'letters'],
};

function columnOf(head: string): Column | null {
  const text = foldForSearch(head).replace(/\*/g, '').trim();
  const question = /^(?:cau|question|q)\s*(\d{1,3})$/.exec(text)?.[1];
  if (question) return `q${Number(question)}`;
  const found = Object.entries(HEADS).find(([, names]) => names.includes(text));
  return found ? (found[0] as Column) : null;
}

/**
 * The sheets of a table: its heads are the first row that names a variant and letters, wherever the columns stand. Rows
 * with neither variant nor answers are people who were absent and are left out. Null without such heads.
 */
export function readSheetTable(rows: readonly SheetRow[]): TypedRow[] | null {
  for (const [at, row] of rows.entries()) {
    const columns = row.cells.map((cell) => columnOf(cell?.text ?? ''));
    if (!columns.includes('variant') || !columns.includes('letters')) continue;
    return rows.slice(at + 1).flatMap((each) => typedRow(each, columns) ?? []);
  }
  return null;
}

function typedRow({ line, cells }: SheetRow, columns: readonly (Column | null)[]): TypedRow | null {
  const textOf = (column: Column) => {
    const cell = cells[columns.indexOf(column)];
    return columns.includes(column) ? (cell?.text ?? '').normalize('NFC') : '';
  };
  const written = Object.fromEntries(
    columns.flatMap((column) => (column?.startsWith('q') ? [[column.slice(1), textOf(column).trim()]] : [])),
  );
  const variant = textOf('variant').trim();
  // A space before or behind is a question left out; only what surrounds the whole is not.
  const letters = textOf('letters').replace(/[\r\n\t]/g, '');
  if (variant === '' && letters.trim() === '' && Object.values(written).every((text) => text === '')) return null;
  const who = textOf('number').trim() || textOf('person').trim();
  return { line, who, variant, letters, written };
}
