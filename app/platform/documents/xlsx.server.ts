import type { Worksheet } from 'exceljs';
import type { CellValue, ColumnKind, TableDocument } from '#app/kernel/table-document.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { roughLines, roughWidth, surePart } from './rough-width.server.ts';

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
  head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  const widths = document.columns.map((_, index) => widthOf(document, index));
  // Nobody but a person opens the file: a row without a height of its own is as high as one line.
  const boldWidth = 0.92;
  head.height =
    usual.lineHeight * Math.max(...document.columns.map(({ header }, at) => linesIn(header, widths[at]! * boldWidth)));
  for (const values of document.rows) {
    const row = sheet.addRow(values.map(cellOf));
    const lines = Math.max(...values.map((value, at) => (typeof value === 'string' ? linesIn(value, widths[at]!) : 1)));
    if (lines === 1) continue;
    row.height = usual.lineHeight * lines;
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  if (document.totals) sheet.addRow(document.totals.map(cellOf)).font = { bold: true };
  const last = head.number + document.rows.length;
  for (const [index, { kind }] of document.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = widths[index]!;
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

/** The usual font of a workbook, and its letter by which the width of a column is told: in points. */
const usual = { size: 11, letter: 5.25, lineHeight: 15 } as const;

const linesIn = (text: string, letters: number) => roughLines(text, usual.size, letters * usual.letter);

const thin = { style: 'thin' as const };

/** Excel takes at most 31 characters, and none of these. */
export const sheetName = (title: string) =>
  title
    .replace(/[\\/*?:[\]]/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';

/** In letters: a column of text is as wide as its longest text, but no wider than one reads with ease. */
function widthOf({ columns, rows }: TableDocument, index: number): number {
  const { kind, header } = columns[index]!;
  if (kind !== 'text') return 12;
  const lettersOf = (text: string) => Math.ceil(roughWidth(text, usual.size) / (usual.letter * surePart));
  const longest = rows.reduce((most, row) => Math.max(most, lettersOf(String(row[index] ?? ''))), 0);
  const word = Math.max(...header.split(' ').map(lettersOf));
  return Math.min(48, Math.max(6, longest + 1, word + 3));
}
