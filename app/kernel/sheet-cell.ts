/** A cell of a sheet as it was read, whatever kind of file it stood in. Empty text = an empty cell. */
export interface SheetCell {
  readonly text: string;
  /** What the sheet holds as a number: amounts, and days as a count from 1900. */
  readonly number?: number;
  /** The font's name, where it was typed with one that is not for Unicode. */
  readonly font?: string;
  /** An error in place of a value, or a formula that was never computed. */
  readonly odd?: 'error' | 'formula';
}

/** One row with its line in the file, from 1. Cells by column from 0; there may be gaps. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly (SheetCell | undefined)[];
}
