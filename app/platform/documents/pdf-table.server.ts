import { setImmediate } from 'node:timers/promises';
import type { Lang } from '#app/kernel/lang.ts';
import { type DocumentTable, officialSizes, rowsBeforeTear } from '#app/kernel/official-document.ts';
import { cellText } from '../i18n/cell-text.ts';
import type { PdfPage, TextLook } from './pdf-page.server.ts';

const padding = 3;
const captionLook: TextLook = { font: 'bold', size: officialSizes.note, align: 'center' };
const headLook: TextLook = { font: 'bold', size: officialSizes.tableHead, align: 'center' };

interface Column {
  x: number;
  width: number;
  align: 'left' | 'right';
}

const rowLook: TextLook = { size: officialSizes.table };
const sumLook: TextLook = { font: 'bold', size: officialSizes.table };

const textsOf = (lang: Lang, { columns }: DocumentTable, row: DocumentTable['rows'][number]) =>
  row.map((value, at) => cellText(lang, value, columns[at]!.kind));

/** How high the beginning of a table is that no page may end in: its caption, its heads, its first rows. */
export function openingHeight(page: PdfPage, lang: Lang, table: DocumentTable, following: number): number {
  const { columns, rows, totals, caption } = table;
  const places = columnsOf(page, table);
  const heightOf = (row: DocumentTable['rows'][number], look: TextLook) =>
    rowHeight(page, textsOf(lang, table, row), places, look);
  const heads = columns.map(({ header }) => header);
  const first = rows.slice(0, rowsBeforeTear).reduce((sum, row) => sum + heightOf(row, rowLook), 0);
  // What is no longer than its first rows stands together with its sums and its note.
  const rest = rows.length <= rowsBeforeTear ? (totals ? heightOf(totals, sumLook) : 0) + following : 0;
  const above = 12 + page.heightOf(caption, page.width, captionLook) + rowHeight(page, heads, places, headLook);
  return above + first + rest;
}

/**
 * Prints a ruled table: no row is cut by the end of a page, its heads stand again on each, and its last row stays with so
 * much that follows. The caller has kept its beginning together.
 */
export async function printPdfTable(page: PdfPage, lang: Lang, table: DocumentTable, following: number): Promise<void> {
  const columns = columnsOf(page, table);
  const heads = table.columns.map(({ header }) => header);
  const headHeight = rowHeight(page, heads, columns, headLook);
  page.y += 8;
  page.write(table.caption, page.left, page.y, page.width, captionLook);
  page.y += page.heightOf(table.caption, page.width, captionLook) + 4;
  const drawHeads = () => drawRow(page, heads, columns, headLook, headHeight, true);
  const draw = (row: DocumentTable['rows'][number], look: TextLook, below = 0) => {
    const cells = textsOf(lang, table, row);
    const height = rowHeight(page, cells, columns, look);
    if (!page.hasRoom(height + below)) {
      page.turn();
      drawHeads();
    }
    drawRow(page, cells, columns, look, height, false);
  };
  drawHeads();
  const { rows, totals } = table;
  const afterRows = following + (totals ? rowHeight(page, textsOf(lang, table, totals), columns, sumLook) : 0);
  for (const [at, row] of rows.entries()) {
    draw(row, rowLook, at === rows.length - 1 ? afterRows : 0);
    if (at % 25 === 24) await setImmediate();
  }
  if (totals) draw(totals, sumLook, following);
  page.y += 6;
}

function columnsOf(page: PdfPage, { columns }: DocumentTable): Column[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let x = page.left;
  return columns.map(({ width, kind }) => {
    const column = { x, width: (page.width * width) / whole, align: kind === 'text' ? 'left' : 'right' } as const;
    x += column.width;
    return column;
  });
}

const rowHeight = (page: PdfPage, cells: readonly string[], columns: readonly Column[], look: TextLook): number =>
  Math.max(...cells.map((text, at) => page.heightOf(text || ' ', columns[at]!.width - 2 * padding, look))) + 2 * 1.5;

function drawRow(
  page: PdfPage,
  cells: readonly string[],
  columns: readonly Column[],
  look: TextLook,
  height: number,
  isHead: boolean,
): void {
  const { y } = page;
  for (const [at, { x, width, align }] of columns.entries()) {
    const text = cells[at]!;
    const inner = width - 2 * padding;
    const drop = isHead ? (height - page.heightOf(text || ' ', inner, look)) / 2 : 1.5;
    if (text !== '') page.write(text, x + padding, y + drop, inner, { ...look, align: isHead ? 'center' : align });
    page.line(x, y, x, y + height);
  }
  const end = page.left + page.width;
  page.line(end, y, end, y + height);
  page.line(page.left, y, end, y);
  page.line(page.left, y + height, end, y + height);
  page.y += height;
}
