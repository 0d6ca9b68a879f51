import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '#app/kernel/official-document.ts';
import { printDocx } from '#app/platform/documents/docx.server.ts';
import { printPdf } from '#app/platform/documents/pdf.server.ts';
import { printWorkbook } from '#app/platform/documents/workbook.server.ts';

const long = 'Tiểu đoàn Thông tin - Trinh sát - Tác chiến điện tử hỗn hợp <số & "9">';

const document: OfficialDocument = {
  ...{ lang: 'vi', title: 'Báo cáo thử', madeAt: new Date('2026-07-01T00:00:00Z') },
  head: {
    left: [{ text: 'SƯ ĐOÀN 9010', look: 'bold', size: 13, rule: 'third' }],
    right: [{ text: 'Độc lập - Tự do - Hạnh phúc', look: 'bold', size: 13, rule: 'whole' }],
  },
  subject: { name: 'BÁO CÁO', about: 'Kết quả học tập\n(Số liệu tính đến hết ngày 30/06/2026)' },
  blocks: [
    { kind: 'heading', level: 1, text: 'I. QUÂN SỐ' },
    { kind: 'paragraph', text: 'ẰẲẴẶ ằẳẵặ Nguyễn Thị Ngọc Diễm Quỳnh.\u0007' },
    {
      ...{ kind: 'table', caption: 'Bảng 1. Kết quả' },
      columns: [
        { header: 'Đơn vị', kind: 'text', width: 40 },
        { header: 'Hoàn thành', kind: 'count', width: 20 },
        { header: 'Tỷ lệ', kind: 'fraction', width: 20 },
      ],
      rows: [
        [long, 37, 37 / 39],
        ['=1+1', 0, null],
        ...Array.from({ length: 60 }, (_, at) => [`Đại đội ${at}`, at, 0.5]),
      ],
      totals: ['Cộng', 37, 0.5],
    },
    { kind: 'note', text: 'Tỷ lệ tính trên quân số.' },
    { kind: 'paragraph', text: 'Trên đây là báo cáo.' },
    {
      ...{ kind: 'signature', recipientsTitle: 'Nơi nhận:', recipients: ['Như trên;'], authority: ['SƯ ĐOÀN TRƯỞNG'] },
      ...{ name: 'Đại tá Nguyễn Văn Ấn', remark: 'mã kiểm tra ABC' },
    },
    { kind: 'annex', name: 'PHỤ LỤC', about: 'Danh sách' },
  ],
};

/** The files of a ZIP by name, read by its central directory. */
function unzip(zip: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  const files = new Map<string, string>();
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(packed).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/** Elements of an XML text that are not closed in their order, and any sign that stands where none may. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^>]*\?>\n/, '')
    .replace(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)(\/?)>/g, (...tag) => {
      const [, isEnd, name, , isEmpty] = tag as string[];
      if (isEnd && open.pop() !== name) open.push(`/${name}`);
      if (!isEnd && !isEmpty) open.push(name!);
      return '';
    });
  return /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest) ? [...open, rest.slice(0, 200)] : open;
}

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const wordsOf = (xml: string) => xml.replace(/<[^>]*>/g, '').replace(/&\w+;/g, (sign) => signs[sign] ?? sign);

describe('an official document', () => {
  it('is a DOCX of well-formed parts with every word in it, its table heads repeated', async () => {
    const files = unzip(await printDocx(document));
    for (const [name, text] of files) expect(unclosed(text), name).toEqual([]);
    const said = wordsOf(files.get('word/document.xml')!);
    for (const text of ['SƯ ĐOÀN 9010', 'ẰẲẴẶ', long, '94,9%', '–', 'Nơi nhận:', 'Đại tá Nguyễn Văn Ấn', 'PHỤ LỤC']) {
      expect(said).toContain(text);
    }
    expect(files.get('word/document.xml')).toContain('<w:tblHeader/>');
    expect(files.get('word/styles.xml')).toContain('Times New Roman');
  });

  it('is a PDF whose text comes back, numbered from its second page', async () => {
    const bytes = await printPdf(document);
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
    const text = textOf(bytes);
    if (text === null) return;
    for (const word of ['SƯ ĐOÀN 9010', 'ẰẲẴẶ ằẳẵặ Nguyễn Thị Ngọc Diễm Quỳnh', '94,9%', 'Đại tá Nguyễn Văn Ấn']) {
      expect(text).toContain(word);
    }
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]!.trim().startsWith('1')).toBe(false);
    for (const [at, page] of pages.slice(1).entries()) expect(page.trim().split(/\s/)[0]).toBe(String(at + 2));
    expect(pages.filter((page) => page.includes('Hoàn thành')).length).toBe(2);
    const signed = pages.find((page) => page.includes('SƯ ĐOÀN TRƯỞNG'));
    expect(signed).toContain('Trên đây là báo cáo.');
  });

  const line = 'Nội dung của một dòng vừa đủ dài để đứng một mình trên dòng ấy.';
  const filled = (lines: number, ...blocks: OfficialDocument['blocks']): OfficialDocument => ({
    ...document,
    blocks: [...Array.from({ length: lines }, () => ({ kind: 'paragraph', text: line }) as const), ...blocks],
  });
  const pagesOf = async (given: OfficialDocument) =>
    textOf(await printPdf(given))
      ?.split('\f')
      .filter((page) => page.trim() !== '');
  const table: OfficialDocument['blocks'][number] = {
    ...{ kind: 'table', caption: 'Bảng 9. Bảng nhỏ', columns: [{ header: 'Đơn vị', kind: 'text', width: 10 }] },
    ...{ rows: Array.from({ length: 8 }, (_, at) => [`Đại đội ${at + 1}`]), totals: ['Cộng'] },
  };
  const signature = document.blocks.find(({ kind }) => kind === 'signature')!;

  it('tears a table at the end of a page, never its beginning or its sums', async () => {
    const torn = new Set<string>();
    for (const lines of [22, 24, 26, 27]) {
      const pages = await pagesOf(filled(lines, { kind: 'heading', level: 1, text: 'II. KẾT QUẢ' }, table));
      if (!pages) return;
      const rowsOf = (page = '') => page.match(/Đại đội \d/g)?.length ?? 0;
      const first = pages.findIndex((page) => page.includes('II. KẾT QUẢ'));
      expect(pages[first]).toContain('Bảng 9');
      expect(rowsOf(pages[first])).toBeGreaterThanOrEqual(2);
      torn.add(`${rowsOf(pages[first])}+${rowsOf(pages[first + 1])}`);
      for (const page of pages.filter((each) => rowsOf(each) > 0)) expect(page).toContain('Đơn vị');
      const sums = pages.find((page) => page.includes('Cộng'));
      expect(rowsOf(sums)).toBeGreaterThanOrEqual(1);
    }
    expect([...torn].filter((rows) => !rows.endsWith('+0')).length).toBeGreaterThan(1);
  });

  it('keeps a heading with the whole of what it heads, and the signature with what is signed', async () => {
    for (const lines of [20, 24, 27]) {
      const said = { kind: 'paragraph', text: `Đề nghị: ${line.repeat(4)}` } as const;
      const closing = { kind: 'paragraph', text: 'Trên đây là báo cáo.' } as const;
      const pages = await pagesOf(filled(lines, { kind: 'heading', level: 1, text: 'IV' }, said, closing, signature));
      if (!pages) return;
      const signed = pages.find((page) => page.includes('SƯ ĐOÀN TRƯỞNG'));
      for (const text of ['Đề nghị:', 'Trên đây là báo cáo.', 'Đại tá Nguyễn Văn Ấn']) expect(signed).toContain(text);
      expect(signed).toMatch(/^\s*IV$/m);
    }
    const body = unzip(await printDocx(document)).get('word/document.xml')!;
    const closing = body.slice(0, body.indexOf('Trên đây là báo cáo.')).lastIndexOf('<w:p>');
    expect(body.slice(closing)).toMatch(/^<w:p><w:pPr><w:keepNext\/><w:keepLines\/>/);
  });

  it('writes each line of an annex’s title on its own', async () => {
    const annex = { kind: 'annex', name: 'PHỤ LỤC', about: 'Danh sách\nĐợt một' } as const;
    const pages = await pagesOf(filled(1, annex));
    if (pages) expect(pages[1]).toMatch(/Danh sách\n\s*Đợt một/);
  });

  it('is a workbook with numbers to reckon with and nothing that starts a formula', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printWorkbook(document)) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['BÁO CÁO', '1. Bảng 1. Kết quả']);
    const rows = book.worksheets[1]!.getSheetValues() as unknown[][];
    expect(rows[5]!.slice(1)).toEqual([long, 37, 37 / 39]);
    expect(book.worksheets[1]!.getCell('A6')).toMatchObject({ value: '=1+1', type: ExcelJS.ValueType.String });
  });

  it.each([
    ['DOCX', printDocx],
    ['PDF', printPdf],
    ['XLSX', printWorkbook],
  ])('is the same bytes each time as %s', async (_, print) => {
    const first = await print(document);
    // A ZIP tells the time in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.compare(first, await print(document))).toBe(0);
  });
});

/** What pdftotext reads, or null on a machine without it. */
function textOf(pdf: Uint8Array): string | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-pdf-'));
  try {
    writeFileSync(path.join(folder, 'a.pdf'), pdf);
    return execFileSync('pdftotext', ['-layout', path.join(folder, 'a.pdf'), '-']).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
