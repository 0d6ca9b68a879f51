import { setImmediate } from 'node:timers/promises';
import {
  type DocumentBlock,
  type DocumentTable,
  type HeadLine,
  type OfficialDocument,
  officialPage,
  officialSizes,
  rowsBeforeTear,
  type SignatureBlock,
  staysWithSignature,
} from '#app/kernel/official-document.ts';
import { cellText } from '../i18n/cell-text.ts';
import { documentPart, otherParts } from './docx-parts.server.ts';
import { paragraph, run, tableEnd, tableRow, tableStart, twips } from './docx-xml.server.ts';
import { roughWidth } from './rough-width.server.ts';
import { zipTexts } from './zip.server.ts';

const textWidth = twips.ofMillimetres(officialPage.width - officialPage.left - officialPage.right);
const headWidths = [Math.round(textWidth * 0.42), textWidth - Math.round(textWidth * 0.42)];
const titled = { isBold: true, size: officialSizes.heading };
const firstLine = twips.ofMillimetres(10);

/**
 * Prints an official document for Word and LibreOffice. The same document gives the same bytes; a long table lets other
 * work in between its rows.
 */
export async function printDocx(document: OfficialDocument): Promise<Uint8Array> {
  const parts = [headOf(document), subjectOf(document)];
  for (const [at, block] of document.blocks.entries()) {
    if (block.kind === 'table') parts.push(await tableOf(document, block, document.blocks[at + 1]?.kind === 'note'));
    else parts.push(blockOf(block, staysWithSignature(document.blocks, at)));
    await setImmediate();
  }
  return zipTexts([...otherParts(document), ['word/document.xml', documentPart(parts.join(''))]]);
}

function headOf({ head }: OfficialDocument): string {
  const cells = [head.left, head.right].map((lines, at) =>
    lines.map((line) => headLine(line, headWidths[at]!)).join(''),
  );
  return `${tableStart({ widths: headWidths, hasLines: false })}${tableRow(cells, headWidths)}${tableEnd}`;
}

function headLine({ text, look, size, rule }: HeadLine, width: number): string {
  const words = run(text, { isBold: look === 'bold', isItalic: look === 'italic', size });
  const line = paragraph(words, { align: 'center', line: 240 });
  if (!rule) return line;
  const drawn = Math.min(twips.ofPoints(roughWidth(text, size)), width) * (rule === 'third' ? 0.4 : 1);
  // A paragraph of three points that carries nothing but its upper border.
  return line + paragraph('', { ruleInset: Math.round((width - drawn) / 2), before: 20, after: 60, line: 60 });
}

function subjectOf({ subject }: OfficialDocument): string {
  const drawn = twips.ofMillimetres(50);
  return [
    paragraph(run(subject.name, titled), { align: 'center', before: 300, keepsWithNext: true }),
    ...subject.about.split('\n').map((line) => paragraph(run(line, titled), { align: 'center', keepsWithNext: true })),
    paragraph('', { ruleInset: Math.round((textWidth - drawn) / 2), before: 20, after: 160, line: 60 }),
  ].join('');
}

function blockOf(block: Exclude<DocumentBlock, DocumentTable>, isSigned: boolean): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(run(block.text), { style: `Heading${block.level}`, indent: firstLine });
    case 'paragraph':
      return paragraph(run(block.text), {
        ...{ before: 120, align: 'both', indent: firstLine },
        ...{ keepsWithNext: isSigned, keepsLines: isSigned },
      });
    case 'note':
      return paragraph(run(block.text, { isItalic: true, size: officialSizes.note }), { before: 60, align: 'both' });
    case 'annex':
      return [
        paragraph(run(block.name, titled), { align: 'center', isOnNewPage: true, keepsWithNext: true }),
        ...block.about
          .split('\n')
          .map((line) => paragraph(run(line, titled), { align: 'center', keepsWithNext: true })),
      ].join('');
    case 'signature':
      return signatureOf(block);
  }
}

async function tableOf({ lang }: OfficialDocument, table: DocumentTable, isNoted: boolean): Promise<string> {
  const { columns, rows, totals, caption } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((textWidth * width) / whole));
  const cells = (row: readonly (string | number | Date | null)[], isBold: boolean, keepsWithNext: boolean) =>
    row.map((value, at) => {
      const { kind } = columns[at]!;
      const text = run(cellText(lang, value, kind), { isBold, size: officialSizes.table });
      const align = kind === 'text' ? 'left' : 'right';
      return paragraph(text, { align, before: 20, after: 20, line: 240, keepsWithNext });
    });
  const heads = columns.map(({ header }) =>
    paragraph(run(header, { isBold: true, size: officialSizes.tableHead }), {
      ...{ align: 'center', before: 20, after: 20, line: 240, keepsWithNext: true },
    } as const),
  );
  const printed = [
    paragraph(run(caption, { isBold: true, size: officialSizes.note }), {
      ...{ align: 'center', before: 160, after: 60, keepsWithNext: true },
    }),
    tableStart({ widths, hasLines: true }),
    tableRow(heads, widths, true),
  ];
  for (const [at, row] of rows.entries()) {
    const isLast = at === rows.length - 1;
    // The sums never stand alone below repeated heads.
    const keepsWithNext = isLast ? Boolean(totals) || isNoted : at < rowsBeforeTear - 1;
    printed.push(tableRow(cells(row, false, keepsWithNext), widths));
    if (at % 100 === 99) await setImmediate();
  }
  if (totals) printed.push(tableRow(cells(totals, true, isNoted), widths));
  // Two tables without a paragraph between them would become one.
  return [...printed, tableEnd, paragraph('', { line: 60, keepsWithNext: isNoted })].join('');
}

function signatureOf({ recipientsTitle, recipients, authority, name, remark }: SignatureBlock): string {
  const small = officialSizes.recipients;
  const left = [
    paragraph(run(recipientsTitle, { isBold: true, isItalic: true, size: officialSizes.note }), { line: 240 }),
    ...recipients.map((each) => paragraph(run(`- ${each}`, { size: small }), { line: 240 })),
    ...(remark ? [paragraph(run(remark, { isItalic: true, size: small }), { before: 160, line: 240 })] : []),
  ];
  const bold = { isBold: true, size: officialSizes.text };
  const right = [
    ...authority.map((each) => paragraph(run(each, bold), { align: 'center', line: 240, keepsWithNext: true })),
    paragraph(run(name, bold), { align: 'center', before: 1300, line: 240 }),
  ];
  const widths = [Math.round(textWidth * 0.45), textWidth - Math.round(textWidth * 0.45)];
  return [
    paragraph('', { line: 240, keepsWithNext: true }),
    tableStart({ widths, hasLines: false }),
    tableRow([left.join(''), right.join('')], widths),
    tableEnd,
    paragraph('', { line: 60 }),
  ].join('');
}
