import type { BubbleBlock, BubbleRow } from '#app/kernel/printed-document.ts';
import type { PrintedPage } from './printed-page.server.ts';

const rowHeight = 16.5;
const radius = 6.2;
const step = 16.5;

/** Circles to be filled: numbers side by side above, then rows in columns; a group stays together where it fits. */
export function printBubbles(page: PrintedPage, { numbers, groups, columns }: BubbleBlock): void {
  if (numbers.length > 0) printNumbers(page, numbers);
  for (const { title, rows } of groups) {
    const inColumns = Math.min(columns, Math.max(1, Math.floor(page.width / widthOf(rows))));
    const perColumn = Math.ceil(rows.length / inColumns);
    page.keep(20 + Math.min(perColumn, 15) * rowHeight);
    page.y += 6;
    page.text(title, page.left, page.y, 'bold', 11);
    page.y += 17;
    for (let from = 0; from < rows.length; ) {
      const room = Math.max(1, Math.floor((page.bottom - page.y) / rowHeight));
      const taken = Math.min(perColumn, room, Math.ceil((rows.length - from) / inColumns));
      printColumns(page, rows.slice(from, from + taken * inColumns), inColumns, taken);
      page.y += taken * rowHeight;
      from += taken * inColumns;
      if (from < rows.length) page.turn();
    }
  }
}

const widthOf = (rows: readonly BubbleRow[]) => 34 + Math.max(1, ...rows.map(({ signs }) => signs.length)) * step;

function printColumns(page: PrintedPage, rows: readonly BubbleRow[], columns: number, perColumn: number): void {
  const own = page.width / columns;
  const top = page.y;
  for (const [at, { label, signs, isWritten }] of rows.entries()) {
    const x = page.left + Math.floor(at / perColumn) * own;
    const y = top + (at % perColumn) * rowHeight;
    const width = page.measure(label, 'bold', 10.5);
    page.text(label, x + 24 - width, y + 2, 'bold', 10.5);
    for (const [place, sign] of signs.entries()) {
      const left = x + 31 + place * step;
      if (isWritten) {
        page.pdf
          .rect(left, y + 0.5, 14, 14)
          .lineWidth(0.6)
          .stroke();
        page.text(sign, left + 1.5, y + 1, 'plain', 5.5);
      } else circle(page, sign, left + radius, y + rowHeight / 2 - 0.7);
    }
  }
}

function circle(page: PrintedPage, sign: string, x: number, y: number, isFilled = false): void {
  page.pdf.circle(x, y, radius).lineWidth(0.6);
  if (isFilled) page.pdf.fillAndStroke('#000', '#000').fillColor('#000');
  else page.pdf.stroke();
  const width = page.measure(sign, 'plain', 8);
  if (!isFilled) page.text(sign, x - width / 2, y - 4.6, 'plain', 8);
}

function printNumbers(page: PrintedPage, numbers: BubbleBlock['numbers']): void {
  const height = 34 + 10 * 14.5;
  page.keep(height);
  page.y += 4;
  const wide = numbers.map(({ digits, label }) => Math.max(digits * step, page.measure(label, 'bold', 10.5)) + 26);
  let x = page.left + page.width - wide.reduce((sum, width) => sum + width, 0) + 20;
  for (const [at, { label, digits, filled }] of numbers.entries()) {
    page.text(label, x, page.y, 'bold', 10.5);
    for (let digit = 0; digit < digits; digit += 1) {
      const left = x + digit * step;
      page.pdf
        .rect(left, page.y + 16, 14, 15)
        .lineWidth(0.6)
        .stroke();
      const given = filled[digit] ?? '';
      page.centred(given, left, page.y + 17, 14, 'bold', 10);
      for (let value = 0; value <= 9; value += 1) {
        circle(page, String(value), left + 7, page.y + 41 + value * 14.5, given === String(value));
      }
    }
    x += wide[at]!;
  }
  page.y += height + 8;
}
