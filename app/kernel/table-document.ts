/** What a column holds: how it is written and aligned wherever the table is printed. */
export type ColumnKind = 'text' | 'count' | 'change' | 'fraction' | 'grade' | 'day';

/** A table as a document: words and values, no layout. Null is "no data" and leaves the cell empty; it is never 0. */
export interface TableDocument {
  readonly title: string;
  /** Lines under the title: of which unit, as of when, out of what. */
  readonly notes: readonly string[];
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly CellValue[])[];
  /** A last row of sums. */
  readonly totals?: readonly CellValue[];
}

export type CellValue = string | number | Date | null;

/** The rows with the sums after them, as they are printed. */
export const printedRows = ({ rows, totals }: TableDocument): readonly (readonly CellValue[])[] =>
  totals ? [...rows, totals] : rows;
