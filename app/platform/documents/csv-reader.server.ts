import { createReadStream } from 'node:fs';
import type { SheetCell, SheetRow } from '#app/kernel/sheet-cell.ts';
import { SheetRefusal } from './sheet-refusal.server.ts';
import { decoderOf, encodingOfFile, type TextEncoding } from './text-encoding.server.ts';
import { MOST_ROWS } from './xlsx-reader.server.ts';

export interface CsvSheet {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
  rows(): AsyncGenerator<{ rows: SheetRow[]; progress: number }>;
}

const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** A cell that grows beyond this has lost its closing quote. */
const LONGEST_CELL = 100_000;

/** Opens a file of separated values. Throws SheetRefusal for what is no text. */
export async function openCsv(file: string, head: Uint8Array, byteSize: number): Promise<CsvSheet> {
  const encoding = await encodingOfFile(file, head);
  const separator = separatorOf(decoderOf(encoding)(head));
  return { encoding, separator, rows: () => rowsOf(file, { encoding, separator, byteSize }) };
}

/** What Excel was told by 'sep=', else the sign that stands most evenly outside of quotes in the first lines. */
function separatorOf(head: string): Separator {
  const told = /^\ufeff?sep=([,;\t])/i.exec(head)?.[1];
  if (told) return told as Separator;
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  let best: Separator = ',';
  let most = 0;
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    // Titles hold commas too: what counts is how many lines hold the same number of them.
    const score = Math.max(
      ...counts.filter((n) => n > 0).map((n) => counts.filter((each) => each === n).length * n),
      0,
    );
    if (score > most) {
      best = separator;
      most = score;
    }
  }
  return best;
}

async function* rowsOf(
  file: string,
  { encoding, separator, byteSize }: { encoding: TextEncoding; separator: Separator; byteSize: number },
): ReturnType<CsvSheet['rows']> {
  const decode = decoderOf(encoding);
  let ready: SheetRow[] = [];
  let cells: (SheetCell | undefined)[] = [];
  let cell = '';
  let isQuoted = false;
  let wasQuoted = false;
  let afterQuote = false;
  let line = 1;
  let startLine = 1;
  let isFirst = true;
  let skipNewline = false;
  let count = 0;

  const endCell = () => {
    const text = wasQuoted ? cell : cell.trim();
    cells.push(text === '' ? undefined : { text });
    cell = '';
    wasQuoted = false;
    afterQuote = false;
  };
  const endRow = () => {
    endCell();
    if (cells.some((each) => each !== undefined) && !/^sep=.?$/i.test(cells[0]?.text ?? '')) {
      count += 1;
      if (count > MOST_ROWS) throw new SheetRefusal('too-many-rows');
      ready.push({ line: startLine, cells });
    }
    cells = [];
  };
  const feed = (text: string) => {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (skipNewline) {
        skipNewline = false;
        if (sign === 10) {
          from = at + 1;
          continue;
        }
      }
      if (isQuoted) {
        if (sign === 34) {
          cell += text.slice(from, at);
          from = at + 1;
          isQuoted = false;
          afterQuote = true;
        } else if (sign === 10) line += 1;
        continue;
      }
      if (sign === 34) {
        if (afterQuote) {
          // Two quotes are one.
          cell += '"';
          isQuoted = true;
          afterQuote = false;
          from = at + 1;
        } else if (cell === '' && text.slice(from, at).trim() === '') {
          isQuoted = true;
          wasQuoted = true;
          from = at + 1;
        }
        continue;
      }
      if (sign !== 10 && sign !== 13 && text[at] !== separator) {
        if (afterQuote && sign !== 32) afterQuote = false;
        continue;
      }
      cell += text.slice(from, at);
      from = at + 1;
      if (text[at] === separator) endCell();
      else {
        endRow();
        line += 1;
        startLine = line;
        skipNewline = sign === 13;
      }
    }
    cell += text.slice(from);
    if (cell.length > LONGEST_CELL) throw new SheetRefusal('unclosed-quote', startLine);
  };

  let read = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    read += chunk.byteLength;
    let text = decode(chunk);
    if (isFirst && text !== '') {
      text = text.replace(/^\ufeff/, '');
      isFirst = false;
    }
    feed(text);
    if (ready.length === 0) continue;
    const rows = ready;
    ready = [];
    yield { rows, progress: Math.min(1, read / (byteSize || 1)) };
  }
  feed(decode());
  if (isQuoted) throw new SheetRefusal('unclosed-quote', startLine);
  if (cell !== '' || cells.length > 0) endRow();
  if (ready.length > 0) yield { rows: ready, progress: 1 };
}
