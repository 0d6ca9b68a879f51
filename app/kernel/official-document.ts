import type { Lang } from './lang.ts';
import type { CellValue, ColumnKind } from './table-document.ts';

/**
 * An official letter or report as words and figures without layout: writers print it as DOCX, PDF or XLSX and a page shows
 * it, all with the same content in the same order.
 */
export interface OfficialDocument {
  readonly lang: Lang;
  /** The name of the file and of the document's properties; not printed. */
  readonly title: string;
  /** What the file tells as the time of its making: fixed, so that the same document is the same bytes. */
  readonly madeAt: Date;
  /** Whose document it is, left above, and the national or Party heading with place and day, right above. */
  readonly head: { readonly left: readonly HeadLine[]; readonly right: readonly HeadLine[] };
  /** Its kind and what it is about, in the middle below the head. */
  readonly subject: { readonly name: string; readonly about: string };
  readonly blocks: readonly DocumentBlock[];
}

export interface HeadLine {
  readonly text: string;
  readonly look: 'plain' | 'bold' | 'italic';
  /** In points. */
  readonly size: number;
  /** A line drawn below: as wide as the words, or a third of them. */
  readonly rule?: 'whole' | 'third';
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Smaller, in italics: how a table counts. */
  | { readonly kind: 'note'; readonly text: string }
  | DocumentTable
  | SignatureBlock
  /** Begins on a page of its own. */
  | { readonly kind: 'annex'; readonly name: string; readonly about: string };

export interface DocumentTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** A last row of sums. */
  readonly totals?: readonly CellValue[];
}

export interface DocumentColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Its part of the width of the page, in proportion to the other columns. */
  readonly width: number;
}

/** To whom it goes, left, and who signs it, right; printed beside each other and never alone on a page. */
export interface SignatureBlock {
  readonly kind: 'signature';
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  /** In whose name and as what: lines in capitals. */
  readonly authority: readonly string[];
  /** Room is left for the signature above it. */
  readonly name: string;
  /** Small, below the recipients: where the figures are kept. */
  readonly remark: string;
}

/** The page of Decree 30/2020/NĐ-CP in millimetres: A4, margins within the ranges that it allows. */
export const officialPage = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Sizes in points, within the ranges of the same decree. */
export const officialSizes = { text: 13, heading: 14, table: 11, tableHead: 10, note: 12, recipients: 11 } as const;

/** So many rows stand below the heads of a table before the end of a page may tear it. */
export const rowsBeforeTear = 2;

/**
 * Whether a block goes with the signature to whatever page that stands on: the sentence that closes the document and the
 * paragraph before it, so that nobody signs a page with nothing on it.
 */
export function staysWithSignature(blocks: readonly DocumentBlock[], at: number): boolean {
  const [block, next, afterNext] = blocks.slice(at, at + 3);
  if (block?.kind !== 'paragraph') return false;
  return next?.kind === 'signature' || (next?.kind === 'paragraph' && afterNext?.kind === 'signature');
}
