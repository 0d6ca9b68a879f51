import { setImmediate } from 'node:timers/promises';
import type { HeadLine } from '#app/kernel/official-document.ts';
import {
  optionColumns,
  type PrintedBlock,
  type PrintedDocument,
  type PrintedQuestion,
  type PrintedRun,
  printedPage,
  printedSizes,
  type RichBlock,
} from '#app/kernel/printed-document.ts';
import { paragraph, run, tableEnd, tableRow, tableStart, twips } from '../docx-xml.server.ts';
import { roughWidth } from '../rough-width.server.ts';
import { zipTexts } from '../zip.server.ts';
import { docxBubbles } from './docx-bubbles.server.ts';
import { DocxPictures, docxRuns } from './docx-runs.server.ts';
import { printedDocxParts, sectionEnd } from './docx-sections.server.ts';
import { wordsOf } from './rich-blocks.server.ts';
import { pictureSize } from './rich-lines.server.ts';

const mm = twips.ofMillimetres;
const textWidth = mm(printedPage.width - printedPage.left - printedPage.right);
const textPoints = textWidth / 20;
const { text: size } = printedSizes;

/** Prints a paper for Word and LibreOffice. The same paper gives the same bytes. */
export async function printPrintedDocx(document: PrintedDocument): Promise<Uint8Array> {
  const pictures = new DocxPictures();
  const body: string[] = [];
  for (const [at, part] of document.parts.entries()) {
    for (const [place, block] of part.blocks.entries()) {
      body.push(blockOf(block, pictures));
      if (place % 10 === 9) await setImmediate();
    }
    body.push(sectionEnd(at, at === document.parts.length - 1));
    await setImmediate();
  }
  return zipTexts(printedDocxParts(document, body.join(''), pictures));
}

function blockOf(block: PrintedBlock, pictures: DocxPictures): string {
  switch (block.kind) {
    case 'head':
      return headOf(block.left, block.right);
    case 'line':
      return paragraph(
        run(block.text, { isBold: block.look === 'bold', isItalic: block.look === 'italic', size: block.size }),
        {
          ...{ align: block.align ?? 'left', before: (block.before ?? 0) * 20, line: 240, keepsLines: true },
          keepsWithNext: block.isHeading === true,
        },
      );
    case 'fields':
      return fieldsOf(block.fields);
    case 'question':
      return questionOf(block, pictures);
    case 'table':
      return tableOf(block);
    case 'bubbles':
      return docxBubbles(block, textWidth);
    case 'answer-lines':
      return block.rows
        .flatMap(({ label, lines }) => Array.from({ length: lines }, (_, at) => dottedLine(at === 0 ? label : '')))
        .join('');
  }
}

function headOf(left: readonly HeadLine[], right: readonly HeadLine[]): string {
  const widths = [Math.round(textWidth * 0.42), textWidth - Math.round(textWidth * 0.42)];
  const cells = [left, right].map((lines, at) =>
    lines
      .map(({ text, look, size: own, rule }) => {
        const words = run(text, { isBold: look === 'bold', isItalic: look === 'italic', size: own });
        const line = paragraph(words, { align: 'center', line: 240 });
        if (!rule) return line;
        const drawn = Math.min(twips.ofPoints(roughWidth(text, own)), widths[at]!) * (rule === 'third' ? 0.4 : 1);
        const inset = Math.max(0, Math.round((widths[at]! - drawn) / 2));
        return line + paragraph('', { ruleInset: inset, before: 20, after: 60, line: 60 });
      })
      .join(''),
  );
  return `${tableStart({ widths, hasLines: false })}${tableRow(cells, widths)}${tableEnd}`;
}

/** Tabs with dots: Word draws them to the stop. */
const withTabs = (content: string, stops: readonly number[], more = '') =>
  `<w:p><w:pPr><w:tabs>${stops.map((at) => `<w:tab w:val="left" w:leader="dot" w:pos="${at}"/>`).join('')}</w:tabs><w:spacing w:before="80" w:after="0" w:line="300" w:lineRule="auto"/>${more}</w:pPr>${content}</w:p>`;

function fieldsOf(fields: readonly { label: string; width: number }[]): string {
  const whole = fields.reduce((sum, { width }) => sum + width, 0);
  let at = 0;
  const stops = fields.map(({ width }) => {
    at += (textWidth * width) / whole;
    return Math.floor(at);
  });
  return withTabs(
    fields.map(({ label }, at) => `${run(`${at > 0 ? '  ' : ''}${label} `, { size })}<w:r><w:tab/></w:r>`).join(''),
    stops,
  );
}

const dottedLine = (label: string) =>
  withTabs(`${label === '' ? '' : run(`${label} `, { isBold: true, size })}<w:r><w:tab/></w:r>`, [textWidth]);

function questionOf({ label, blocks, options, more }: PrintedQuestion, pictures: DocxPictures): string {
  const lines = [
    ...linesOf(label, blocks, pictures, 0),
    ...optionLines(options, pictures),
    ...optionLines(more, pictures),
  ];
  return lines.map((line, at) => line(at === 0, at === lines.length - 1)).join('');
}

/** A line of a question: it stays with the next one, unless it is the last. */
type Line = (isFirst: boolean, isLast: boolean) => string;

function linesOf(label: string, blocks: readonly RichBlock[], pictures: DocxPictures, indent: number): Line[] {
  const first: PrintedRun = { text: `${label} `, isBold: true };
  const paragraphs = blocks[0]?.kind === 'text' ? blocks : [{ kind: 'text', runs: [] } as const, ...blocks];
  return paragraphs.map((block, at): Line => {
    if (block.kind === 'table') return () => richTable(block.rows, pictures);
    const runs = at === 0 && label !== '' ? [first, ...block.runs] : block.runs;
    return (isFirst, isLast) =>
      lineOf(docxRuns(runs, size, textPoints - indent, pictures), { isFirst, isLast, indent });
  });
}

const lineOf = (
  content: string,
  {
    isFirst,
    isLast,
    indent,
    stops = [],
  }: { isFirst: boolean; isLast: boolean; indent: number; stops?: readonly number[] },
) => {
  const tabs = stops.map((at) => `<w:tab w:val="left" w:pos="${at}"/>`).join('');
  return `<w:p><w:pPr>${isLast ? '' : '<w:keepNext/>'}<w:keepLines/>${tabs && `<w:tabs>${tabs}</w:tabs>`}<w:spacing w:before="${isFirst ? 100 : 0}" w:after="0" w:line="252" w:lineRule="auto"/>${indent > 0 ? `<w:ind w:left="${indent * 20}"/>` : ''}<w:jc w:val="${stops.length > 0 ? 'left' : 'both'}"/></w:pPr>${content}</w:p>`;
};

const isInLine = (run: PrintedRun): boolean => 'text' in run || 'picture' in run || !run.isBlock;
const pictureWidth = (run: PrintedRun): number => ('picture' in run ? pictureSize(run.picture, textPoints).width : 0);

/** Several options on a line, by tabs, as people type them. */
function optionLines(options: PrintedQuestion['options'], pictures: DocxPictures): Line[] {
  if (options.length === 0) return [];
  const indent = 14;
  const widthOf = ({ label, blocks }: (typeof options)[number]) => {
    const isPlain = blocks.length <= 1 && blocks.every((block) => block.kind === 'text' && block.runs.every(isInLine));
    if (!isPlain) return Number.POSITIVE_INFINITY;
    const runs = blocks.flatMap((block) => (block.kind === 'text' ? block.runs : []));
    const drawn = runs.reduce((sum, one) => sum + pictureWidth(one), 0);
    return roughWidth(`${label} ${wordsOf(blocks)}`, size) * 1.04 + drawn;
  };
  const columns = optionColumns(options.length, Math.max(...options.map(widthOf)), textPoints - indent);
  if (columns === 1) return options.flatMap(({ label, blocks }) => linesOf(label, blocks, pictures, indent));
  const own = (textPoints - indent) / columns;
  const stops = Array.from({ length: columns - 1 }, (_, at) => Math.round((indent + own * (at + 1)) * 20));
  const lines: Line[] = [];
  for (let from = 0; from < options.length; from += columns) {
    const content = options
      .slice(from, from + columns)
      .map(({ label, blocks }) => {
        const runs = blocks.flatMap((block) => (block.kind === 'text' ? block.runs : []));
        return docxRuns([{ text: `${label} `, isBold: true }, ...runs], size, own, pictures);
      })
      .join('<w:r><w:tab/></w:r>');
    lines.push((isFirst, isLast) => lineOf(content, { isFirst, isLast, indent, stops }));
  }
  return lines;
}

function richTable(rows: Extract<RichBlock, { kind: 'table' }>['rows'], pictures: DocxPictures): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, () => Math.floor(textWidth / columns));
  const printed = rows.map((row) => {
    const cells = widths.map((width, at) =>
      paragraph(docxRuns(row[at] ?? [], size - 1, width / 20 - 8, pictures), { line: 240, keepsWithNext: true }),
    );
    return tableRow(cells, widths);
  });
  return `${tableStart({ widths, hasLines: true })}${printed.join('')}${tableEnd}`;
}

function tableOf({ head, rows, widths: parts, align, size: own }: Extract<PrintedBlock, { kind: 'table' }>): string {
  const whole = parts.reduce((sum, width) => sum + width, 0);
  const widths = parts.map((width) => Math.floor((textWidth * width) / whole));
  const cells = (row: readonly string[], isBold: boolean) =>
    row.map((text) =>
      paragraph(run(text, { isBold, size: own }), {
        align: isBold ? 'center' : align,
        line: 240,
        before: 10,
        after: 10,
      }),
    );
  return [
    paragraph('', { line: 80 }),
    tableStart({ widths, hasLines: true }),
    ...(head.length > 0 ? [tableRow(cells(head, true), widths, true)] : []),
    ...rows.map((row) => tableRow(cells(row, false), widths)),
    tableEnd,
    paragraph('', { line: 80 }),
  ].join('');
}
