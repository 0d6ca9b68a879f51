import { setImmediate } from 'node:timers/promises';
import {
  type DocumentBlock,
  type HeadLine,
  type OfficialDocument,
  officialSizes,
  type SignatureBlock,
  staysWithSignature,
} from '#app/kernel/official-document.ts';
import type { Font } from './pdf-fonts.server.ts';
import { PdfPage, type TextLook } from './pdf-page.server.ts';
import { openingHeight, printPdfTable } from './pdf-table.server.ts';

const body: TextLook = { size: officialSizes.text, align: 'justify', indent: 28 };
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
    page.keep(keptFrom(page, document, at));
    if (block.kind === 'table') await printPdfTable(page, document.lang, block, noteHeight(page, next));
    else printBlock(page, block);
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
  page.y = Math.max(...ends) + 12;
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

/**
 * How much must stand on one page from a block on: a heading with what it heads, a table with its first rows, what closes
 * the document with the signature.
 */
function keptFrom(page: PdfPage, document: OfficialDocument, at: number): number {
  const { blocks, lang } = document;
  const block = blocks[at];
  const next = () => keptFrom(page, document, at + 1);
  switch (block?.kind) {
    case 'heading':
      return headingHeight(page, block) + next();
    case 'paragraph':
      return firstHeight(page, block.text, body) + (staysWithSignature(blocks, at) ? next() : 0);
    case 'note':
      return firstHeight(page, block.text, note);
    case 'table':
      return openingHeight(page, lang, block, noteHeight(page, blocks[at + 1]));
    case 'signature':
      return signatureHeight(page, block);
    default:
      return 0;
  }
}

type Heading = Extract<DocumentBlock, { kind: 'heading' }>;
const headingLook = ({ level }: Heading): TextLook => ({
  ...{ font: level === 1 ? 'bold' : 'boldItalic', size: officialSizes.text, indent: 28 },
});
const headingHeight = (page: PdfPage, block: Heading) => page.heightOf(block.text, page.width, headingLook(block)) + 9;

function printBlock(page: PdfPage, block: Exclude<DocumentBlock, { kind: 'table' }>): void {
  switch (block.kind) {
    case 'heading':
      page.write(block.text, page.left, page.y + 7, page.width, headingLook(block));
      page.y += headingHeight(page, block);
      return;
    case 'paragraph':
      printParagraph(page, block.text, body);
      return;
    case 'note':
      printParagraph(page, block.text, note);
      return;
    case 'annex':
      page.turn();
      for (const text of [block.name, block.about]) {
        page.write(text, page.left, page.y, page.width, bold(officialSizes.heading));
        page.y += page.heightOf(text, page.width, bold(officialSizes.heading));
      }
      return;
    case 'signature':
      printSignature(page, block);
  }
}

/** What a table must leave room for below its last row. */
const noteHeight = (page: PdfPage, next: DocumentBlock | undefined): number =>
  next?.kind === 'note' ? page.heightOf(next.text, page.width, note) + 12 : 0;

/** The decree's least room between paragraphs. */
const gap = 6;

const isLong = (page: PdfPage, text: string, look: TextLook) =>
  page.heightOf(text, page.width, look) > page.bottom - page.top;

/** What of a paragraph is not torn: all of it, or of one longer than a page two lines. */
const firstHeight = (page: PdfPage, text: string, look: TextLook): number =>
  gap + (isLong(page, text, look) ? 2 * page.lineHeight(look) : page.heightOf(text, page.width, look));

/** A paragraph goes as a whole to the page where it fits. */
function printParagraph(page: PdfPage, text: string, look: TextLook): void {
  if (isLong(page, text, look)) {
    // In pieces that each fit one page.
    const middle = text.lastIndexOf(' ', Math.floor(text.length / 2));
    const cut = middle > 0 ? middle : Math.floor(text.length / 2);
    printParagraph(page, text.slice(0, cut), look);
    printParagraph(page, text.slice(cut).trimStart(), { ...look, indent: 0 });
    return;
  }
  const height = page.heightOf(text, page.width, look);
  page.keep(height + gap);
  page.y += gap;
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
