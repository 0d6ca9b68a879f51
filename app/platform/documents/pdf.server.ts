import { setImmediate } from 'node:timers/promises';
import {
  type DocumentBlock,
  type HeadLine,
  type OfficialDocument,
  officialSizes,
  type SignatureBlock,
} from '#app/kernel/official-document.ts';
import type { Font } from './pdf-fonts.server.ts';
import { PdfPage, type TextLook } from './pdf-page.server.ts';
import { printPdfTable } from './pdf-table.server.ts';

const body: TextLook = { size: officialSizes.text, align: 'justify', indent: 28, lineGap: 2 };
const note: TextLook = { font: 'italic', size: officialSizes.note, align: 'justify' };
const bold = (size: number): TextLook => ({ font: 'bold', size, align: 'center' });
const looks: Record<HeadLine['look'], Font> = { plain: 'plain', bold: 'bold', italic: 'italic' };

/**
 * Prints an official document as PDF with its fonts in it. The same document gives the same bytes; between blocks and rows
 * other work is let in.
 */
export async function printPdf(document: OfficialDocument): Promise<Uint8Array> {
  const page = await PdfPage.open(document);
  printHead(page, document);
  for (const [at, block] of document.blocks.entries()) {
    const next = document.blocks[at + 1];
    if (block.kind === 'table') await printPdfTable(page, document.lang, block, noteHeight(page, next));
    else printBlock(page, block, next);
    await setImmediate();
  }
  return page.close();
}

function printHead(page: PdfPage, { head, subject }: OfficialDocument): void {
  const leftWidth = page.width * 0.42;
  const ends = [
    headColumn(page, head.left, page.left, leftWidth - 6),
    headColumn(page, head.right, page.left + leftWidth + 6, page.width - leftWidth - 6),
  ];
  page.y = Math.max(...ends) + 18;
  for (const text of [subject.name, subject.about]) {
    const height = page.heightOf(text, page.width, bold(officialSizes.heading));
    page.write(text, page.left, page.y, page.width, bold(officialSizes.heading));
    page.y += height;
  }
  const middle = page.left + page.width / 2;
  page.line(middle - 70, page.y + 3, middle + 70, page.y + 3, 0.75);
  page.y += 14;
}

function headColumn(page: PdfPage, lines: readonly HeadLine[], x: number, width: number): number {
  let y = page.y;
  for (const { text, look, size, rule } of lines) {
    const written: TextLook = { font: looks[look], size, align: 'center' };
    page.write(text, x, y, width, written);
    y += page.heightOf(text, width, written);
    if (!rule) continue;
    const drawn = Math.min(page.widthOf(text, written), width) * (rule === 'third' ? 0.4 : 1);
    page.line(x + (width - drawn) / 2, y + 1.5, x + (width + drawn) / 2, y + 1.5, 0.75);
    y += 5;
  }
  return y;
}

type Plain = Exclude<DocumentBlock, { kind: 'table' }>;

function printBlock(page: PdfPage, block: Plain, next: DocumentBlock | undefined): void {
  switch (block.kind) {
    case 'heading': {
      const look: TextLook = {
        font: block.level === 1 ? 'bold' : 'boldItalic',
        size: officialSizes.heading,
        indent: 28,
      };
      const height = page.heightOf(block.text, page.width, look);
      // A heading stays with at least two lines of what follows, or with the head and two rows of a table.
      page.keep(
        height + 9 + (next?.kind === 'table' ? 100 : next?.kind === 'heading' ? 70 : 2 * page.lineHeight(body)),
      );
      page.y += 9;
      page.write(block.text, page.left, page.y, page.width, look);
      page.y += height + 3;
      return;
    }
    case 'paragraph':
      printParagraph(page, block.text, body, next?.kind === 'signature' ? signatureHeight(page, next) : 0);
      return;
    case 'note':
      printParagraph(page, block.text, note, 0);
      return;
    case 'annex':
      page.turn();
      for (const text of [block.name, block.about]) {
        page.write(text, page.left, page.y, page.width, bold(officialSizes.heading));
        page.y += page.heightOf(text, page.width, bold(officialSizes.heading));
      }
      page.y += 8;
      return;
    case 'signature':
      printSignature(page, block);
  }
}

/** What a table must leave room for below its last row. */
const noteHeight = (page: PdfPage, next: DocumentBlock | undefined): number =>
  next?.kind === 'note' ? page.heightOf(next.text, page.width, note) + 12 : 0;

/** A paragraph goes as a whole to the page where it fits, together with what must follow it. */
function printParagraph(page: PdfPage, text: string, look: TextLook, following: number): void {
  const height = page.heightOf(text, page.width, look);
  if (height > page.bottom - page.top) {
    // Longer than a page: in pieces that each fit one.
    const middle = text.lastIndexOf(' ', Math.floor(text.length / 2));
    const cut = middle > 0 ? middle : Math.floor(text.length / 2);
    printParagraph(page, text.slice(0, cut), look, 0);
    printParagraph(page, text.slice(cut).trimStart(), { ...look, indent: 0 }, following);
    return;
  }
  page.keep(height + 6 + following);
  page.y += 6;
  page.write(text, page.left, page.y, page.width, look);
  page.y += height;
}

const leftPart = 0.45;
const roomToSign = 62;

function signatureHeight(page: PdfPage, block: SignatureBlock): number {
  return Math.max(...signatureColumns(page, block).map(({ height }) => height)) + 16;
}

function signatureColumns(page: PdfPage, { recipientsTitle, recipients, authority, name, remark }: SignatureBlock) {
  const title: TextLook = { font: 'boldItalic', size: officialSizes.note };
  const small: TextLook = { size: officialSizes.recipients };
  const big = bold(officialSizes.text);
  const leftLines = [
    [recipientsTitle, title] as const,
    ...recipients.map((each) => [`- ${each}`, small] as const),
    ...(remark ? [[' ', small] as const, [remark, { ...small, font: 'italic' }] as const] : []),
  ];
  const rightLines = [...authority.map((each) => [each, big] as const), null, [name, big] as const];
  return [
    columnOf(page, leftLines, page.left, page.width * leftPart - 10),
    columnOf(page, rightLines, page.left + page.width * leftPart, page.width * (1 - leftPart)),
  ];
}

function columnOf(page: PdfPage, lines: readonly (readonly [string, TextLook] | null)[], x: number, width: number) {
  const measured = lines.map((line) => (line ? page.heightOf(line[0] || ' ', width, line[1]) : roomToSign));
  return { lines, measured, x, width, height: measured.reduce((sum, each) => sum + each, 0) };
}

function printSignature(page: PdfPage, block: SignatureBlock): void {
  const columns = signatureColumns(page, block);
  const height = Math.max(...columns.map((column) => column.height));
  page.keep(height + 16);
  page.y += 16;
  for (const { lines, measured, x, width } of columns) {
    let y = page.y;
    for (const [at, line] of lines.entries()) {
      if (line) page.write(line[0], x, y, width, line[1]);
      y += measured[at]!;
    }
  }
  page.y += height;
}
