import type { PrintedTable } from '#app/kernel/printed-document.ts';
import type { PrintedPage } from './printed-page.server.ts';
import { breakLines, heightOfLines } from './rich-lines.server.ts';

const padding = 3;

/** A ruled table whose heads stand again on each page; no row is cut by the end of one. */
export function printRuledTable(page: PrintedPage, { head, rows, widths, align, size }: PrintedTable): void {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => (page.width * width) / whole);
  const lay = (cells: readonly string[], isBold: boolean) => {
    const lines = cells.map((text, at) =>
      breakLines([{ text, isBold }], columns[at]! - 2 * padding, size, page.measure),
    );
    return { lines, height: Math.max(size * 1.22, ...lines.map(heightOfLines)) + 3 };
  };
  const draw = ({ lines, height }: ReturnType<typeof lay>, isHead: boolean) => {
    const { y } = page;
    let x = page.left;
    for (const [at, cell] of lines.entries()) {
      const width = columns[at]!;
      let top = y + 1.5;
      for (const line of cell) {
        const free = isHead || align === 'center' ? (width - 2 * padding - line.width) / 2 : 0;
        top += page.lines([line], x + padding + free, top);
      }
      page.rule(x, y, x, y + height);
      x += width;
    }
    page.rule(x, y, x, y + height);
    page.rule(page.left, y, x, y);
    page.rule(page.left, y + height, x, y + height);
    page.y += height;
  };
  const heads = head.length > 0 ? lay(head, true) : null;
  page.y += 4;
  page.keep((heads?.height ?? 0) + 30);
  if (heads) draw(heads, true);
  for (const row of rows) {
    const laid = lay(row, false);
    if (page.y + laid.height > page.bottom) {
      page.turn();
      if (heads) draw(heads, true);
    }
    draw(laid, false);
  }
  page.y += 4;
}
