import type { ColumnMap, RosterField } from './columns.ts';
import type { LegacyEncoding } from './legacy-encodings.ts';
import type { RowKind } from './plan-row.ts';

export const importStates = [
  'reading',
  'read',
  'applying',
  'applied',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];
export const statesAtWork: readonly ImportState[] = ['reading', 'applying', 'undoing'];

/** What a file turned out to be and to hold. */
export interface Outcome {
  readonly format: 'xlsx' | 'csv';
  /** How its letters are written: 'utf-8', 'utf-16le', 'tcvn3' ...; null for a workbook in Unicode. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding | null;
  readonly separator: ',' | ';' | '\t' | null;
  readonly sheetName: string | null;
  /** The line of the heads; null where none was found and the first row was taken. */
  readonly headLine: number | null;
  readonly heads: readonly string[];
  readonly columns: ColumnMap;
  /** Fields without which nothing can be read, and that no column was found for. */
  readonly missing: readonly RosterField[];
  readonly rows: number;
  readonly counts: Readonly<Record<RowKind, number>>;
  /** Rows with something to look at that keeps them from nothing. */
  readonly doubts: number;
  /** Rows that name neither number nor person: headings between, sums, signatures. */
  readonly skipped: { readonly count: number; readonly lines: readonly number[] };
  readonly unitsMade: number;
  /** After applying, and after taking back. */
  readonly applied?: { readonly people: number; readonly units: number };
  readonly undone?: {
    readonly people: number;
    readonly kept: number;
    readonly units: number;
    readonly unitsKept: number;
  };
}

export const noCounts = (): Record<RowKind, number> => ({
  new: 0,
  changed: 0,
  transferred: 0,
  returned: 0,
  unchanged: 0,
  problem: 0,
});
