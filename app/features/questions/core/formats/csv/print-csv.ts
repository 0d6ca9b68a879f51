import type { PrintedFile, PrintQuestion } from '../print-question.ts';
import { printTable } from '../table/print-table.ts';

/** What a spreadsheet would run instead of showing stands behind a quote, and so does what begins with such a quote. */
const guarded = (text: string) => (/^'*\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string) =>
  /[",;\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;

/** Writes questions as separated values, in UTF-8 as Excel wants it. No cell starts a formula. */
export function printCsvText(questions: readonly PrintQuestion[]): PrintedFile {
  const { heads, rows, losses } = printTable(questions);
  const lines = [heads, ...rows].map((row) => row.map((cell) => quoted(guarded(cell))).join(','));
  return { text: `\ufeff${lines.join('\r\n')}\r\n`, losses };
}
