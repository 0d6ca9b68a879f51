import type { Worksheet } from 'exceljs';
import type { CellValue, ColumnKind, TableDocument } from '#app/kernel/table-document.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';

const formats: Record<ColumnKind, string | undefined> = {
  text: '@',
  count: '#,##0',
  change: '+#,##0;-#,##0;0',
  fraction: '0.0%',
  grade: '0.##',
  day: 'dd/mm/yyyy',
};

/** A spreadsheet knows no zone: a day is written as midnight of itself. Text is always text, never a formula. */
const cellOf = (value: CellValue) => (value instanceof Date ? new Date(`${dateOf(value)}T00:00:00Z`) : value);

/** Prints a table as a workbook of one sheet, its heads fixed and filterable. */
export async function printXlsx(document: TableDocument): Promise<Uint8Array> {
  // Loaded when first wanted: it is large, and most days nobody exports.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  fillSheet(book.addWorksheet(sheetName(document.title)), document);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Writes a table into an empty sheet: title, notes, heads that stay in sight, rows, sums. */
export function fillSheet(sheet: Worksheet, document: TableDocument): void {
  sheet.addRow([document.title]).font = { bold: true, size: 14 };
  for (const note of document.notes) sheet.addRow([note]);
  sheet.addRow([]);
  const head = sheet.addRow(document.columns.map((column) => column.header));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'bottom' };
  for (const row of document.rows) sheet.addRow(row.map(cellOf));
  if (document.totals) sheet.addRow(document.totals.map(cellOf)).font = { bold: true };
  const last = head.number + document.rows.length;
  for (const [index, { kind }] of document.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = widthOf(document, index);
    for (let row = head.number; row <= sheet.rowCount; row += 1) {
      const cell = sheet.getCell(row, index + 1);
      cell.border = { top: thin, bottom: thin, left: thin, right: thin };
      if (row > head.number && formats[kind]) cell.numFmt = formats[kind];
    }
  }
  sheet.views = [{ state: 'frozen', ySplit: head.number, xSplit: 1 }];
  sheet.autoFilter = { from: { row: head.number, column: 1 }, to: { row: last, column: document.columns.length } };
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}

const thin = { style: 'thin' as const };

/** Excel takes at most 31 characters, and none of these. */
export const sheetName = (title: string) =>
  title
    .replace(/[\\/*?:[\]]/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';

function widthOf({ columns, rows }: TableDocument, index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), 0);
  const column = columns[index]!;
  const wanted = column.kind === 'text' ? Math.max(longest, column.header.length) : 10;
  return Math.min(48, Math.max(10, wanted + 2));
}
