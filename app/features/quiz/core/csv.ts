/** A cell with its place: the line of the file in which it begins and its column, both from 1. Text is trimmed. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface CsvContent {
  /** Rows with something in them; empty lines and lines of separators alone are left out. */
  readonly rows: readonly (readonly Cell[])[];
  /** Where a quote opens that nothing closes, else null. The rows are then not to be trusted. */
  readonly openQuote: { readonly row: number; readonly column: number } | null;
}

const SEPARATORS = [',', ';', '\t'];

/**
 * Cuts CSV text (RFC 4180) into cells. The separator is the one of comma, semicolon and tab that the first line has most
 * of outside quotes: spreadsheets write semicolons where the locale's decimal sign is the comma. BOM, CRLF and CR are taken.
 */
export function readCsv(text: string): CsvContent {
  const input = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(input);
  const rows: Cell[][] = [];
  let cells: Cell[] = [];
  let line = 1;
  let at = 0;
  while (at <= input.length) {
    const row = line;
    const column = cells.length + 1;
    let cellText = '';
    while (at < input.length && (input[at] === ' ' || input[at] === '\u00A0')) at++;
    if (input[at] === '"') {
      const end = closingQuote(input, at + 1);
      if (end === -1) return { rows, openQuote: { row, column } };
      const quoted = input.slice(at + 1, end);
      line += quoted.split('\n').length - 1;
      cellText = quoted.replaceAll('""', '"');
      at = end + 1;
    }
    const start = at;
    while (at < input.length && input[at] !== separator && input[at] !== '\n') at++;
    cellText += input.slice(start, at);
    cells.push({ row, column, text: cellText.trim() });
    if (input[at] === '\n' || at >= input.length) {
      if (cells.some((cell) => cell.text !== '')) rows.push(cells);
      cells = [];
      line++;
    }
    at++;
  }
  return { rows, openQuote: null };
}

function closingQuote(input: string, from: number): number {
  let at = input.indexOf('"', from);
  while (at !== -1 && input[at + 1] === '"') at = input.indexOf('"', at + 2);
  return at;
}

function separatorOf(input: string): string {
  const firstLine = input
    .trimStart()
    .split('\n', 1)[0]!
    .replace(/"[^"]*"/g, '');
  const count = (separator: string) => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
