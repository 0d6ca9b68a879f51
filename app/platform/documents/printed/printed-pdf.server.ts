import { setImmediate } from 'node:timers/promises';
import type { HeadLine } from '#app/kernel/official-document.ts';
import {
  optionColumns,
  type PrintedBlock,
  type PrintedDocument,
  type PrintedQuestion,
  type PrintedRun,
  printedSizes,
  type RichBlock,
} from '#app/kernel/printed-document.ts';
import type { Font } from '../pdf-fonts.server.ts';
import { printBubbles } from './pdf-bubbles.server.ts';
import { printRuledTable } from './pdf-ruled-table.server.ts';
import { PrintedPage } from './printed-page.server.ts';
import { breakLines, heightOfLines, type Line } from './rich-lines.server.ts';

const size = printedSizes.text;

/** Prints a paper as PDF with its fonts and pictures in it. The same paper gives the same bytes. */
export async function printPrintedPdf(document: PrintedDocument): Promise<Uint8Array> {
  const page = await PrintedPage.open(document);
  for (const part of document.parts) {
    page.begin();
    for (const [at, block] of part.blocks.entries()) {
      printBlock(page, block, part.blocks[at + 1]);
      if (at % 10 === 9) await setImmediate();
    }
    page.end(part);
    await setImmediate();
  }
  return page.close();
}

function printBlock(page: PrintedPage, block: PrintedBlock, next: PrintedBlock | undefined): void {
  switch (block.kind) {
    case 'head':
      printHead(page, block.left, block.right);
      return;
    case 'line': {
      const font: Font = block.look ?? 'plain';
      const run = { text: block.text, isBold: font === 'bold', isItalic: font === 'italic' };
      const lines = breakLines([run], page.width, block.size, page.measure);
      const following = block.isHeading ? heightBelow(page, next) : 0;
      page.y += block.before ?? 0;
      page.keep(heightOfLines(lines) + following);
      for (const line of lines) {
        const free = block.align === 'center' ? (page.width - line.width) / 2 : 0;
        page.y += page.lines([line], page.left + free, page.y);
      }
      return;
    }
    case 'fields':
      printFields(page, block.fields);
      return;
    case 'question':
      printQuestion(page, block);
      return;
    case 'table':
      printRuledTable(page, block);
      return;
    case 'bubbles':
      printBubbles(page, block);
      return;
    case 'answer-lines':
      printAnswerLines(page, block.rows);
  }
}

/** What must stay below a heading. */
function heightBelow(page: PrintedPage, next: PrintedBlock | undefined): number {
  if (next?.kind === 'question') return Math.min(150, questionHeight(page, next));
  return next?.kind === 'answer-lines' ? 20 * Math.min(6, next.rows[0]?.lines ?? 1) : 0;
}

function printHead(page: PrintedPage, left: readonly HeadLine[], right: readonly HeadLine[]): void {
  const leftWidth = page.width * 0.42;
  const column = (lines: readonly HeadLine[], x: number, width: number) => {
    let y = page.y;
    for (const { text, look, size: own, rule } of lines) {
      const run = { text, isBold: look === 'bold', isItalic: look === 'italic' };
      const broken = breakLines([run], width, own, page.measure);
      for (const line of broken) y += page.lines([line], x + (width - line.width) / 2, y);
      if (!rule) continue;
      const drawn = Math.min(Math.max(...broken.map((line) => line.width)), width) * (rule === 'third' ? 0.4 : 1);
      page.rule(x + (width - drawn) / 2, y + 1.5, x + (width + drawn) / 2, y + 1.5, 0.75);
      y += 5;
    }
    return y;
  };
  const ends = [
    column(left, page.left, leftWidth - 6),
    column(right, page.left + leftWidth + 6, page.width - leftWidth - 6),
  ];
  page.y = Math.max(...ends) + 8;
}

function printFields(page: PrintedPage, fields: readonly { label: string; width: number }[]): void {
  const whole = fields.reduce((sum, { width }) => sum + width, 0);
  page.keep(20);
  page.y += 4;
  let x = page.left;
  for (const { label, width } of fields) {
    const own = (page.width * width) / whole;
    page.text(label, x, page.y, 'plain', size);
    page.dots(x + page.measure(`${label} `, 'plain', size), page.y + size, x + own - 6);
    x += own;
  }
  page.y += 16;
}

function printAnswerLines(page: PrintedPage, rows: readonly { label: string; lines: number }[]): void {
  for (const { label, lines } of rows) {
    page.keep(Math.min(lines, 6) * 20);
    for (let line = 0; line < lines; line += 1) {
      page.keep(20);
      page.y += 6;
      const from = line === 0 ? page.measure(`${label} `, 'bold', size) : 0;
      if (line === 0) page.text(label, page.left, page.y, 'bold', size);
      page.dots(page.left + from, page.y + size, page.left + page.width);
      page.y += 14;
    }
  }
}

/** What stands below each other: lines of text, and tables. */
type Laid = { readonly height: number; readonly draw: (x: number) => void };

const runsOf = (blocks: readonly RichBlock[]): PrintedRun[] =>
  blocks.flatMap((one) => (one.kind === 'text' ? one.runs : []));

function layBlocks(
  page: PrintedPage,
  label: string,
  blocks: readonly RichBlock[],
  width: number,
  boldLabel = true,
): Laid[] {
  const first: PrintedRun = { text: `${label} `, isBold: boldLabel };
  const laid: Laid[] = [];
  const text = (lines: Line[]) =>
    lines.map((line): Laid => ({ height: line.height, draw: (x) => void page.lines([line], x, page.y) }));
  const startsWithText = blocks[0]?.kind === 'text';
  if (!startsWithText) laid.push(...text(breakLines([first], width, size, page.measure)));
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'text') {
      const runs = at === 0 && label !== '' ? [first, ...block.runs] : block.runs;
      laid.push(...text(breakLines(runs, width, size, page.measure)));
    } else laid.push(...layTable(page, block.rows, width), { height: 4, draw: () => undefined });
  }
  return laid;
}

function layTable(page: PrintedPage, rows: readonly (readonly (readonly PrintedRun[])[])[], width: number): Laid[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const own = width / columns;
  return rows.map((row, at) => {
    const cells = row.map((cell) => breakLines(cell, own - 8, size - 1, page.measure));
    const height = Math.max(size * 1.2, ...cells.map(heightOfLines)) + 4;
    return {
      height,
      draw: (x) => {
        const { y } = page;
        for (let column = 0; column <= columns; column += 1)
          page.rule(x + column * own, y, x + column * own, y + height);
        if (at === 0) page.rule(x, y, x + width, y);
        page.rule(x, y + height, x + width, y + height);
        for (const [column, lines] of cells.entries()) page.lines(lines, x + column * own + 4, y + 2);
      },
    };
  });
}

function layQuestion(page: PrintedPage, question: PrintedQuestion): Laid[] {
  return [
    ...layBlocks(page, question.label, question.blocks, page.width),
    ...layOptions(page, question.options),
    ...layOptions(page, question.more),
  ];
}

function layOptions(page: PrintedPage, options: PrintedQuestion['options']): Laid[] {
  if (options.length === 0) return [];
  const indent = 14;
  const whole = page.width - indent;
  const alone = options.map(({ label, blocks }) => {
    if (blocks.length > 1 || blocks.some(({ kind }) => kind === 'table')) return Number.POSITIVE_INFINITY;
    const lines = breakLines([{ text: `${label} `, isBold: true }, ...runsOf(blocks)], 10_000, size, page.measure);
    return Math.max(0, ...lines.map(({ width }) => width));
  });
  const columns = optionColumns(options.length, Math.max(...alone), whole);
  const own = whole / columns;
  const laid: Laid[] = [];
  for (let from = 0; from < options.length; from += columns) {
    const row = options
      .slice(from, from + columns)
      .map(({ label, blocks }) => layBlocks(page, label, blocks, own - (columns > 1 ? 6 : 0)));
    if (columns === 1) {
      for (const line of row[0] ?? []) laid.push({ height: line.height, draw: (x) => line.draw(x + indent) });
      continue;
    }
    const heights = row.map((cell) => cell.reduce((sum, { height }) => sum + height, 0));
    laid.push({
      height: Math.max(...heights),
      draw: (x) => {
        const { y } = page;
        for (const [column, cell] of row.entries()) {
          page.y = y;
          for (const line of cell) {
            line.draw(x + indent + column * own);
            page.y += line.height;
          }
        }
        page.y = y;
      },
    });
  }
  return laid;
}

const questionHeight = (page: PrintedPage, question: PrintedQuestion): number =>
  layQuestion(page, question).reduce((sum, { height }) => sum + height, 0);

/** A question goes as a whole to the page where it fits; one that is longer than a page is torn between its lines. */
function printQuestion(page: PrintedPage, question: PrintedQuestion): void {
  const laid = layQuestion(page, question);
  const height = laid.reduce((sum, each) => sum + each.height, 0);
  page.y += 5;
  if (height <= page.bottom - page.top) page.keep(height);
  for (const each of laid) {
    page.keep(each.height);
    each.draw(page.left);
    page.y += each.height;
  }
}
