import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { TableDocument } from '#app/kernel/table-document.ts';
import { printCsv } from '#app/platform/documents/csv.server.ts';
import { roughLines } from '#app/platform/documents/rough-width.server.ts';
import { printXlsx } from '#app/platform/documents/xlsx.server.ts';

const document: TableDocument = {
  title: 'Tình hình: học tập/2026 của một đơn vị có tên rất dài',
  notes: ['Số liệu tính đến 22/11/2026'],
  columns: [
    { header: 'Đơn vị', kind: 'text' },
    { header: 'Quân số', kind: 'count' },
    { header: 'Tỷ lệ', kind: 'fraction' },
    { header: 'Ngày', kind: 'day' },
  ],
  rows: [
    ['=HYPERLINK("http://x","y")', 3, 1 / 3, new Date('2026-11-22T18:00:00Z')],
    ['Đại đội "A", B', 0, null, null],
    ['@SUM(1)', -2, 1, null],
  ],
};

describe('a table as CSV', () => {
  const lines = Buffer.from(printCsv(document)).toString('utf8').split('\r\n');

  it('starts no formula, quotes what must be, leaves "no data" empty', () => {
    expect(lines).toEqual([
      '\ufeffĐơn vị,Quân số,Tỷ lệ,Ngày',
      `"'=HYPERLINK(""http://x"",""y"")",3,0.333333,23/11/2026`,
      '"Đại đội ""A"", B",0,,',
      "'@SUM(1),-2,1,",
      '',
    ]);
  });
});

describe('a table as XLSX', () => {
  it('holds text as text, days as days of Việt Nam, and a name that Excel takes', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printXlsx(document)) as never);
    const sheet = book.worksheets[0]!;
    expect(sheet.name.length).toBeLessThanOrEqual(31);
    const first = sheet.getRow(5);
    expect(first.getCell(1).value).toBe('=HYPERLINK("http://x","y")');
    expect(first.getCell(1).type).toBe(ExcelJS.ValueType.String);
    expect(first.getCell(4).value).toEqual(new Date('2026-11-23T00:00:00Z'));
    expect(first.getCell(3).numFmt).toBe('0.0%');
    expect(sheet.getRow(6).getCell(3).value).toBeNull();
  });

  it('gives a row the height of its wrapped text, and leaves a row of one line as it is', async () => {
    const header = 'Hoàn thành/quân số của toàn đơn vị';
    const rows = [
      ['Đã có quyết định nghỉ hưu, chờ bàn giao. '.repeat(4).trim(), 1],
      ['Đại đội 1', 2],
    ];
    const columns = [
      { header: 'Ghi chú', kind: 'text' },
      { header, kind: 'count' },
    ] as const;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printXlsx({ title: 'Thử', notes: [], columns, rows })) as never);
    const [head, long, short] = [3, 4, 5].map((row) => book.worksheets[0]!.getRow(row));
    expect(head!.height).toBeGreaterThanOrEqual(45);
    expect(long!.height).toBe(60);
    expect(long!.getCell(1).alignment).toMatchObject({ wrapText: true, vertical: 'top' });
    expect(short!.height).toBeUndefined();
  });

  it('makes a column of text as wide as its longest, in capitals too, so that nothing of one line is wrapped', async () => {
    const columns = [{ header: 'Họ và tên', kind: 'text' }] as const;
    for (const name of ['NGUYỄN THỊ NGỌC DIỄM QUỲNH', 'Nguyễn Thị Ngọc Diễm Quỳnh', 'CNVCQP', 'x']) {
      const book = new ExcelJS.Workbook();
      const made = await printXlsx({ title: 'Thử', notes: [], columns, rows: [[name, 1]] });
      await book.xlsx.load(made as never);
      const sheet = book.worksheets[0]!;
      expect(sheet.getRow(4).height, name).toBeUndefined();
      expect(sheet.getRow(3).height, name).toBe(name === 'x' ? 30 : 15);
    }
  });
});

describe('lines of a text', () => {
  // A lower-case letter stands 4.7 points wide at ten.
  it.each([
    ['một hai ba', 20, 1],
    ['một hai ba', 7, 2],
    ['một\nhai', 20, 2],
    ['một hai ba', 4, 3],
    ['m'.repeat(25), 10, 3],
    ['m'.repeat(10), 11, 1],
    [`ab ${'m'.repeat(25)}`, 10, 4],
    ['', 10, 1],
    ['một\n\nhai', 20, 3],
  ])('counts those of %j in a column of %i letters', (text, letters, lines) => {
    expect(roughLines(text, 10, letters * 4.7)).toBe(lines);
  });

  it('takes more room for capitals', () => {
    const text = 'trung đoàn bộ binh';
    expect(roughLines(text, 12, 110)).toBe(1);
    expect(roughLines(text.toUpperCase(), 12, 110)).toBe(2);
  });
});
