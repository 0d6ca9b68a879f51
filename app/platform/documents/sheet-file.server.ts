import { open, stat } from 'node:fs/promises';
import type { SheetRow } from '#app/kernel/sheet-cell.ts';
import { openCsv, type Separator } from './csv-reader.server.ts';
import { SheetRefusal } from './sheet-refusal.server.ts';
import type { TextEncoding } from './text-encoding.server.ts';
import { openXlsx } from './xlsx-reader.server.ts';

/** A sheet of any kind: what it is, and its rows as they are read. */
export interface SheetFile {
  readonly format: 'xlsx' | 'csv';
  readonly encoding: TextEncoding | null;
  readonly separator: Separator | null;
  readonly sheetName: string | null;
  readonly from1904: boolean;
  rows(): AsyncGenerator<{ rows: SheetRow[]; progress: number }>;
  close(): void;
}

const HEAD = 64 * 1024;

/**
 * Opens a file by what it holds, and holds it to what its name says. Throws SheetRefusal with the reason for everything
 * that is no sheet.
 */
export async function openSheetFile(file: string, fileName: string): Promise<SheetFile> {
  const { size } = await stat(file);
  const head = await headOf(file);
  const saysXlsx = /\.(xlsx|xlsm)$/i.test(fileName);
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (head.length === 0) throw new SheetRefusal('empty-file');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new SheetRefusal('old-excel');
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) {
    if (/\.(csv|txt|tsv)$/i.test(fileName)) throw new SheetRefusal('says-csv');
    const sheet = await openXlsx(file);
    return { ...sheet, format: 'xlsx', encoding: null, separator: null };
  }
  const text = new TextDecoder('latin1')
    .decode(head.subarray(0, 400))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(%PDF|\{\\rtf|\x89PNG|GIF8|\xff\xd8|MZ|\x7fELF)/.test(text)) throw new SheetRefusal('not-a-table');
  if (/^<(!doctype|html|table|\?xml|head|body)/i.test(text)) throw new SheetRefusal('web-page');
  if (saysXlsx) throw new SheetRefusal('says-xlsx');
  const sheet = await openCsv(file, head, size);
  return { ...sheet, format: 'csv', sheetName: null, from1904: false, close: () => undefined };
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
