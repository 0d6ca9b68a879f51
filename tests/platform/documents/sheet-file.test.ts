import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SheetRow } from '#app/kernel/sheet-cell.ts';
import { openSheetFile } from '#app/platform/documents/sheet-file.server.ts';
import { SheetRefusal } from '#app/platform/documents/sheet-refusal.server.ts';
import { inFile, workbook } from '#tests/fixtures/roster.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function rowsOf(bytes: Uint8Array, name: string): Promise<SheetRow[]> {
  return inFile(bytes, async (file) => {
    const sheet = await openSheetFile(file, name);
    const all: SheetRow[] = [];
    try {
      for await (const { rows } of sheet.rows()) all.push(...rows);
    } finally {
      sheet.close();
    }
    return all;
  });
}
const texts = async (bytes: Uint8Array, name: string) =>
  (await rowsOf(bytes, name)).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
const refusal = (bytes: Uint8Array, name: string) =>
  rowsOf(bytes, name).then(
    () => 'read',
    (error: unknown) => (error instanceof SheetRefusal ? error.message : error),
  );

/** A zip of these parts, written by hand so that it may lie about their sizes. */
function zipOf(parts: Record<string, string | Uint8Array>, lie: Record<string, number> = {}): Uint8Array {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const size = lie[name] ?? raw.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(title.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title);
    at += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}
const sheetOf = (data: string, more: Record<string, string | Uint8Array> = {}) => ({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/worksheets/sheet1.xml': data,
  ...more,
});

describe('values separated by signs', () => {
  it.each([
    ['comma', 'a,b\n"x, y","say ""no"""\n'],
    ['semicolon', '\ufeffsep=;\r\na;b\r\n"x, y";"say ""no"""'],
    ['tab', 'a\tb\r"x, y"\t"say ""no"""\r'],
  ])('by %s', async (_, text) => {
    expect(await texts(utf8(text), 'ds.csv')).toEqual([
      ['a', 'b'],
      ['x, y', 'say "no"'],
    ]);
  });

  it('in UTF-16 with and without its mark, lines counted through quoted breaks', async () => {
    const text = 'Họ tên;Đơn vị\r\n"Nguyễn\nVăn An";c1\r\n;\r\nBùi;c2';
    const little = Buffer.from(text, 'utf16le');
    expect(await texts(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 'a.csv')).toEqual(
      await texts(utf8(text), 'a.csv'),
    );
    expect(await texts(Buffer.from(little).swap16(), 'a.txt')).toEqual(await texts(utf8(text), 'a.csv'));
    expect((await rowsOf(utf8(text), 'a.csv')).map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('with broken letters, a quote that never closes, or no text at all, is refused with the line', async () => {
    const good = 'Nguyễn Thị Ngọc Diễm Quỳnh;c1\n'.repeat(5);
    expect(await refusal(Buffer.concat([utf8(good), Buffer.from([0xc3, 0x28]), utf8('\n')]), 'a.csv')).toBe(
      'broken-utf8 at line 6',
    );
    expect(await refusal(utf8('a;b\nc;"d\ne;f\n'), 'a.csv')).toBe('unclosed-quote at line 2');
    expect(await refusal(utf8(''), 'a.csv')).toBe('empty-file');
    expect(await refusal(Buffer.from([1, 2, 0, 0, 0, 7, 8, 0, 0, 9]), 'a.csv')).toBe('not-a-table');
  });
});

describe('workbooks', () => {
  it('give cached values of formulas, merged cells downwards, days as counts, and long numbers as typed', async () => {
    const bytes = await workbook(
      [
        ['Số hiệu', 'Tên', 'Đơn vị', 'Ngày'],
        [123456789012, { formula: 'A1', result: 'An' }, 'c1', new Date(Date.UTC(1998, 3, 30))],
        ['Q2', { formula: 'A1' }, null, null],
        [null, null, null, null],
        ['Q3', 'Bình', 'c2', 1998],
      ],
      (sheet) => sheet.mergeCells('C2:C3'),
    );
    const rows = await rowsOf(bytes, 'ds.xlsx');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
    expect(rows[1]!.cells.map((cell) => cell?.text)).toEqual(['123456789012', 'An', 'c1', '35915']);
    expect(rows[2]!.cells[1]).toEqual({ text: '', odd: 'formula' });
    expect(rows[2]!.cells[2]?.text).toBe('c1');
  });

  it('are held to what their name says, and files to what they are', async () => {
    const bytes = await workbook([['a', 'b']]);
    expect(await refusal(bytes, 'ds.csv')).toBe('says-csv');
    expect(await refusal(utf8('a;b'), 'ds.xlsx')).toBe('says-xlsx');
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ds.xlsx')).toBe('old-excel');
    expect(await refusal(utf8('<html><table><tr><td>1'), 'ds.xls')).toBe('web-page');
    expect(await refusal(utf8('%PDF-1.7'), 'ds.csv')).toBe('not-a-table');
    expect(await refusal(zipOf({ 'readme.txt': 'hello' }), 'ds.xlsx')).toBe('other-zip');
    expect(await refusal(bytes.subarray(0, bytes.length - 200), 'ds.xlsx')).toBe('damaged');
  });

  it('that would burst are refused before they are unpacked, also when their list lies', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024, 32);
    expect(await refusal(zipOf(sheetOf('<worksheet/>', { 'xl/media/a.png': zeros })), 'ds.xlsx')).toBe('zip-bomb');
    const lying = zipOf(sheetOf(`<worksheet><sheetData>${' '.repeat(1_000_000)}</sheetData></worksheet>`), {
      'xl/worksheets/sheet1.xml': 100,
    });
    expect(await refusal(lying, 'ds.xlsx')).toBe('damaged');
  });

  it('expand no entity and read no document type of the file', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData/></worksheet>';
    expect(await refusal(zipOf(sheetOf(laughs)), 'ds.xlsx')).toBe('damaged');
    const data =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&unknown;</t></is></c></row></sheetData></worksheet>';
    expect(await refusal(zipOf(sheetOf(data)), 'ds.xlsx')).toBe('damaged');
  });

  it('of a million empty rows are as short as what is in them', async () => {
    const row = (at: number) => `<row r="${at}"/>`;
    const empty = Array.from({ length: 1_000_000 }, (_, at) => row(at + 2)).join('');
    const data = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Số hiệu</t></is></c></row>${empty}</sheetData></worksheet>`;
    expect(await texts(zipOf(sheetOf(data)), 'ds.xlsx')).toEqual([['Số hiệu']]);
  });
});
