import { type CellValue, type ColumnKind, printedRows, type TableDocument } from '#app/kernel/table-document.ts';
import { formatDate } from '#app/kernel/vietnam-time.ts';

/** Excel takes a file for UTF-8 by these bytes alone. */
const byteOrderMark = '\ufeff';

/** What a spreadsheet would run instead of showing; a quote before it makes it text (OWASP, CSV injection). */
const startsFormula = /^[\s]*[=+\-@\t\r]/;

function textOf(value: CellValue, kind: ColumnKind): string {
  if (value === null) return '';
  if (value instanceof Date) return formatDate(value);
  if (typeof value === 'number') return String(kind === 'fraction' ? Math.round(value * 1e6) / 1e6 : value);
  return startsFormula.test(value) ? `'${value}` : value;
}

const quoted = (text: string) =>
  /[",;\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;

/** Prints a table as CSV: heads first, fractions as 0..1, points as decimal marks, for programs rather than for people. */
export function printCsv(document: TableDocument): Uint8Array {
  const heads = document.columns.map((column) => quoted(textOf(column.header, 'text')));
  const body = printedRows(document).map((row) =>
    row.map((value, index) => quoted(textOf(value, document.columns[index]?.kind ?? 'text'))).join(','),
  );
  return new TextEncoder().encode(byteOrderMark + [heads.join(','), ...body, ''].join('\r\n'));
}
