import type { SheetCell, SheetRow } from '#app/kernel/sheet-cell.ts';
import { SheetRefusal } from './sheet-refusal.server.ts';
import { readXlsxParts, type XlsxParts } from './xlsx-parts.server.ts';
import { xmlChunks } from './xml-stream.server.ts';
import { openZip, type ZipParts } from './zip-parts.server.ts';

export interface XlsxSheet {
  readonly sheetName: string;
  readonly from1904: boolean;
  /** Rows with anything in them, some at a time, with how much of the sheet has been read (0..1). */
  rows(): AsyncGenerator<{ rows: SheetRow[]; progress: number }>;
  close(): void;
}

const MOST_COLUMNS = 256;
/** More than any roster, less than would fill the memory. */
export const MOST_ROWS = 300_000;

/** Opens the first visible sheet of a workbook. Throws SheetRefusal for what is none. */
export async function openXlsx(file: string): Promise<XlsxSheet> {
  const zip = await openZip(file);
  try {
    const parts = await readXlsxParts(zip);
    const merged = await readMerged(zip, parts.sheetPart);
    return {
      sheetName: parts.sheetName,
      from1904: parts.from1904,
      rows: () => rowsOf(zip, parts, merged),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function* rowsOf(zip: ZipParts, parts: XlsxParts, merged: Merged): ReturnType<XlsxSheet['rows']> {
  const stream = await zip.open(parts.sheetPart);
  const size = zip.size(parts.sheetPart) || 1;
  const filled = new Map<number, { cell: SheetCell; until: number }>();
  let ready: SheetRow[] = [];
  let count = 0;
  let line = 0;
  let column = -1;
  let cells: (SheetCell | undefined)[] = [];
  let cell: { type: string; style: number; value: string; inline: string; hasFormula: boolean } | null = null;
  let into: 'value' | 'inline' | null = null;

  const endRow = () => {
    for (const [at, { cell: above, until }] of filled) {
      if (line > until) filled.delete(at);
      else if (cells[at] === undefined) cells[at] = above;
    }
    if (cells.length === 0) return;
    count += 1;
    if (count > MOST_ROWS) throw new SheetRefusal('too-many-rows');
    ready.push({ line, cells });
  };
  const endCell = () => {
    const read = cell && cellOf(cell, parts);
    if (read && column < MOST_COLUMNS) {
      cells[column] = read;
      const until = merged.get(line)?.get(column);
      if (until !== undefined) filled.set(column, { cell: read, until });
    }
    cell = null;
  };
  const handlers = {
    open(name: string, at: Record<string, string>) {
      if (name === 'row') {
        line = at.r ? Number(at.r) : line + 1;
        column = -1;
        cells = [];
      } else if (name === 'c') {
        column = at.r ? columnOf(at.r) : column + 1;
        cell = { type: at.t ?? 'n', style: Number(at.s ?? 0), value: '', inline: '', hasFormula: false };
      } else if (cell && name === 'f') cell.hasFormula = true;
      else if (cell && name === 'v') into = 'value';
      else if (cell && name === 't') into = 'inline';
    },
    text(text: string) {
      if (cell && into) cell[into] += text;
    },
    close(name: string) {
      if (name === 'v' || name === 't') into = null;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
    },
  };

  for await (const read of xmlChunks(stream, handlers)) {
    if (ready.length === 0) continue;
    const rows = ready;
    ready = [];
    yield { rows, progress: Math.min(1, read / size) };
  }
}

interface RawCell {
  type: string;
  style: number;
  value: string;
  inline: string;
  hasFormula: boolean;
}

/** What a cell shows: of a formula the value that was computed last. Undefined for an empty one. */
function cellOf({ type, style, value, inline, hasFormula }: RawCell, parts: XlsxParts): SheetCell | undefined {
  if (hasFormula && value === '' && type !== 'str') return { text: '', odd: 'formula' };
  if (type === 'e') return { text: value, odd: 'error' };
  const index = type === 's' ? Number(value) : -1;
  const text = type === 's' ? (parts.strings[index] ?? '') : type === 'inlineStr' ? inline : value;
  if (text === '') return undefined;
  if (type === 'b') return { text: text === '1' ? 'x' : '' };
  const font = (type === 's' ? parts.stringFonts.get(index) : undefined) ?? parts.styleFonts.get(style);
  if (type !== 'n') return font === undefined ? { text } : { text, font };
  const number = Number(text);
  // Long service numbers were typed as numbers: never as 1.2E+10.
  return { text: /^-?\d+$/.test(text) ? text : String(number), number };
}

/** Column from 0: 'C7' is 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** By line and column of the first cell: the last line that it covers. */
type Merged = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * Cells merged downwards, which stand at the end of the part: it is unpacked once before for them alone, and only searched,
 * not parsed. One value stands for all lines that it covers, as a reader sees it.
 */
async function readMerged(zip: ZipParts, sheetPart: string): Promise<Merged> {
  const merged = new Map<number, Map<number, number>>();
  const stream = await zip.open(sheetPart);
  let rest = '';
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const text = rest + chunk.toString('latin1');
      const from = text.indexOf('mergeCell ');
      if (from >= 0) {
        for (const [, first = '', firstLine, , lastLine] of text
          .slice(from)
          .matchAll(/mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
          const line = Number(firstLine);
          if (Number(lastLine) <= line) continue;
          const columns = merged.get(line) ?? new Map<number, number>();
          merged.set(line, columns.set(columnOf(first), Number(lastLine)));
        }
      }
      rest = text.slice(-80);
    }
  } catch {
    throw new SheetRefusal('damaged');
  } finally {
    stream.destroy();
  }
  return merged;
}
