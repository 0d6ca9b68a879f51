import type { SheetCell, SheetRow } from '#app/kernel/sheet-cell.ts';
import { type ColumnMap, findHeads, MOST_TITLES, missingFields, type RosterField, type Subject } from './columns.ts';

/** Where the heads stand and what the columns hold. */
export interface SheetColumns {
  /** The line of the heads; null where none was found: then the first row that has more than one cell stands in for it. */
  readonly headLine: number | null;
  /** Rows up to this line are no people. */
  readonly skipTo: number;
  readonly heads: readonly string[];
  readonly columns: ColumnMap;
  readonly missing: readonly RosterField[];
}

/** Finds the heads among the first rows; what the reader said of the columns (`told`) goes before what they are called. */
export function columnsOfSheet(
  first: readonly SheetRow[],
  textOf: (cell: SheetCell) => string,
  subject: Subject,
  told: ColumnMap,
): SheetColumns {
  const rows = first.slice(0, MOST_TITLES);
  const texts = rows.map(({ cells }) =>
    Array.from(cells, (cell) => (cell ? textOf(cell).replace(/\s+/g, ' ').trim() : '')),
  );
  const found = findHeads(texts, subject);
  const at =
    found?.at ??
    Math.max(
      0,
      texts.findIndex((row) => row.filter((text) => text !== '').length > 1),
    );
  const columns = Object.keys(told).length > 0 ? told : (found?.columns ?? {});
  return {
    headLine: found ? rows[found.at]!.line : null,
    skipTo: rows[at]!.line,
    heads: (texts[at] ?? []).slice(0, 60).map((text) => text.slice(0, 80)),
    columns,
    missing: missingFields(columns, subject),
  };
}
