const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

export interface CsvRow {
  /** The line on which it begins, from 1. */
  line: number;
  row: string[];
}

/** Rows of separated values with anything in them; a quoted cell may have several lines. Reads at most so many rows. */
export function csvRows(source: string, most: number): { rows: CsvRow[]; isCut: boolean } {
  const text = source.replace(/^\ufeff/, '');
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  const separator = (told?.[1] as Separator | undefined) ?? separatorOf(text.slice(0, 20_000));
  const rows: CsvRow[] = [];
  let at = told ? told[0].length : 0;
  let line = told ? 2 : 1;
  while (at < text.length) {
    if (rows.length === most) return { rows, isCut: true };
    const read = rowAt(text, at, separator);
    if (read.row.some((cell) => cell.trim() !== '')) rows.push({ line, row: read.row });
    line += read.lines;
    at = read.next;
  }
  return { rows, isCut: false };
}

function rowAt(text: string, from: number, separator: Separator): { row: string[]; next: number; lines: number } {
  const row: string[] = [];
  let at = from;
  let lines = 0;
  for (;;) {
    let cell: string;
    const quote = quoteAt(text, at, separator);
    const end = quote === null ? null : endOfQuoted(text, quote + 1);
    if (quote !== null && end !== null) {
      cell = text.slice(quote + 1, end).replaceAll('""', '"');
      lines += cell.split('\n').length - 1;
      at = endOfPlain(text, end + 1, separator);
      cell += text.slice(end + 1, at).trimEnd();
    } else {
      const until = endOfPlain(text, at, separator);
      cell = text.slice(at, until);
      at = until;
    }
    row.push(cell);
    if (text[at] === separator) at += 1;
    else break;
  }
  if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
  return { row, next: at + 1, lines: lines + 1 };
}

/** The place of a quote with which the cell begins; null for none. */
function quoteAt(text: string, from: number, separator: Separator): number | null {
  let at = from;
  while (text[at] === ' ' || (text[at] === '\t' && separator !== '\t')) at += 1;
  return text[at] === '"' ? at : null;
}

/** The place of the quote that closes; null where none does: then the quote is a sign like others. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}

function endOfPlain(text: string, from: number, separator: Separator): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The sign that stands most evenly outside of quotes in the first lines. */
function separatorOf(head: string): Separator {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  let best: Separator = ',';
  let most = 0;
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const score = Math.max(
      0,
      ...counts.filter((n) => n > 0).map((n) => counts.filter((each) => each === n).length * n),
    );
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}
