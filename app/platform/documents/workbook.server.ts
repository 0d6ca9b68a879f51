import { setImmediate } from 'node:timers/promises';
import type { Workbook } from 'exceljs';
import type { DocumentTable, OfficialDocument } from '#app/kernel/official-document.ts';
import { roughLines } from './rough-width.server.ts';
import { fillSheet, sheetName } from './xlsx.server.ts';
import { withoutTimes } from './zip.server.ts';

/**
 * Prints an official document as a workbook: a first sheet of all its words, then a sheet a table, whose shares are numbers
 * to reckon with. The same document gives the same bytes.
 */
export async function printWorkbook(document: OfficialDocument): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = '';
  book.lastModifiedBy = '';
  book.created = document.madeAt;
  book.modified = document.madeAt;
  fillWords(book, document);
  for (const [at, table] of tablesOf(document).entries()) {
    const sheet = book.addWorksheet(sheetName(`${at + 1}. ${table.caption}`));
    fillSheet(sheet, { ...table, title: table.caption, notes: [document.title] });
    sheet.pageSetup.printTitlesRow = '4:4';
    // So that the end of a page tells where one is.
    sheet.headerFooter.oddFooter = '&C&P/&N';
    await setImmediate();
  }
  return withoutTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

const tablesOf = ({ blocks }: OfficialDocument): DocumentTable[] => blocks.filter((block) => block.kind === 'table');

const columns = 8;

/** A column of the words in letters of a workbook's usual font, and in points as Excel shows it. */
const columnWidth = { letters: 11.5, points: 64 } as const;
const size = 12;

function fillWords(book: Workbook, document: OfficialDocument): void {
  const sheet = book.addWorksheet(sheetName(document.subject.name));
  for (let at = 1; at <= columns; at += 1) sheet.getColumn(at).width = columnWidth.letters;
  const add = (
    text: string,
    look: { isBold?: boolean; isItalic?: boolean; isCentred?: boolean },
    from = 1,
    to = columns,
  ) => {
    const row = from > columns / 2 ? sheet.lastRow! : sheet.addRow([]);
    sheet.mergeCells(row.number, from, row.number, to);
    const cell = sheet.getCell(row.number, from);
    cell.value = text;
    cell.font = { name: 'Times New Roman', size, bold: look.isBold ?? false, italic: look.isItalic ?? false };
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: look.isCentred ? 'center' : 'left' };
    row.height = Math.max(row.height ?? 0, 16 * roughLines(text, size, (to - from + 1) * columnWidth.points));
  };
  const { head, subject, blocks } = document;
  for (let at = 0; at < Math.max(head.left.length, head.right.length); at += 1) {
    const [left, right] = [head.left[at], head.right[at]];
    add(left?.text ?? '', { isBold: left?.look === 'bold', isCentred: true }, 1, 3);
    add(right?.text ?? '', { isBold: right?.look === 'bold', isItalic: right?.look === 'italic', isCentred: true }, 5);
  }
  add('', {});
  for (const text of [subject.name, subject.about]) add(text, { isBold: true, isCentred: true });
  add('', {});
  for (const block of blocks) {
    if (block.kind === 'heading') add(block.text, { isBold: true, isItalic: block.level === 2 });
    if (block.kind === 'paragraph') add(block.text, {});
    if (block.kind === 'note') add(block.text, { isItalic: true });
    // The table itself has a sheet of its own.
    if (block.kind === 'table') add(`→ ${block.caption}`, { isItalic: true });
    if (block.kind === 'annex') add(`${block.name}. ${block.about}`, { isBold: true });
    if (block.kind === 'signature') {
      add('', {});
      const left = [block.recipientsTitle, ...block.recipients.map((each) => `- ${each}`), block.remark];
      const right = [...block.authority, '', '', block.name];
      for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
        add(left[at] ?? '', { isItalic: at === 0 }, 1, 4);
        add(right[at] ?? '', { isBold: true, isCentred: true }, 5);
      }
    }
  }
  const margins = { left: 0.8, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 };
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins };
}
