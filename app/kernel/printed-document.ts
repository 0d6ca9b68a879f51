import type { Lang } from './lang.ts';
import type { HeadLine } from './official-document.ts';

/**
 * A paper to be written on, as content without layout: questions, answer grids, keys. Writers print it as DOCX or PDF, both
 * with the same content in the same order.
 */
export interface PrintedDocument {
  readonly lang: Lang;
  /** The name of the file and of the document's properties; not printed. */
  readonly title: string;
  /** What the file tells as the time of its making: fixed, so that the same document is the same bytes. */
  readonly madeAt: Date;
  /** Each begins on a page of its own and counts its pages by itself. */
  readonly parts: readonly PrintedPart[];
}

export interface PrintedPart {
  /** On every page: what the part is known by, and the words around the number of the page and how many there are. */
  readonly footer: { readonly name: string; readonly page: string; readonly of: string };
  readonly blocks: readonly PrintedBlock[];
}

/** Words of one look. */
export interface PrintedWords {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isUnderlined?: boolean;
  readonly isStruck?: boolean;
  readonly place?: 'above' | 'below';
}

/** Words, or a picture or a formula among them. */
export type PrintedRun = PrintedWords | { readonly picture: PrintedPicture } | PrintedFormula;

/** A formula as MathML; `plain`: the same in one line of words, for paper that draws none. */
export interface PrintedFormula {
  readonly formula: readonly FormulaNode[];
  /** It stands on a line of its own. */
  readonly isBlock: boolean;
  readonly plain: readonly PrintedWords[];
}

/** Runs for paper that draws no formulas. */
export const withPlainFormulas = (
  runs: readonly PrintedRun[],
): (PrintedWords | { readonly picture: PrintedPicture })[] =>
  runs.flatMap((run): readonly (PrintedWords | { readonly picture: PrintedPicture })[] =>
    'formula' in run ? run.plain : [run],
  );

export type FormulaNode = string | FormulaElement;
export interface FormulaElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly FormulaNode[];
}

export interface PrintedPicture {
  readonly type: 'png' | 'jpeg' | 'gif';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A paragraph, a ruled table of paragraphs, or a picture by itself. */
export type RichBlock =
  | { readonly kind: 'text'; readonly runs: readonly PrintedRun[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly PrintedRun[])[])[] };

export type PrintedBlock =
  | { readonly kind: 'head'; readonly left: readonly HeadLine[]; readonly right: readonly HeadLine[] }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly size: number;
      readonly look?: 'bold' | 'italic';
      readonly align?: 'left' | 'center';
      readonly before?: number;
      /** Stays on the page of what follows. */
      readonly isHeading?: boolean;
    }
  /** Dotted lines to be filled by pen, side by side; `width` in proportion. */
  | { readonly kind: 'fields'; readonly fields: readonly { readonly label: string; readonly width: number }[] }
  | PrintedQuestion
  | PrintedTable
  | BubbleBlock
  /** Lines to write on. */
  | { readonly kind: 'answer-lines'; readonly rows: readonly { readonly label: string; readonly lines: number }[] };

/** Not torn by the end of a page where it fits one. */
export interface PrintedQuestion {
  readonly kind: 'question';
  /** 'Câu 1.' */
  readonly label: string;
  readonly blocks: readonly RichBlock[];
  /** In one, two or four columns, as their length allows. */
  readonly options: readonly { readonly label: string; readonly blocks: readonly RichBlock[] }[];
  /** After the options: the second list of a matching. */
  readonly more: readonly { readonly label: string; readonly blocks: readonly RichBlock[] }[];
}

export interface PrintedTable {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In proportion. */
  readonly widths: readonly number[];
  readonly align: 'left' | 'center';
  readonly size: number;
}

/** Circles to be filled with a pen. */
export interface BubbleBlock {
  readonly kind: 'bubbles';
  /** Beside each other above the rest: each a row of boxes for digits with the digits 0 to 9 below. */
  readonly numbers: readonly { readonly label: string; readonly digits: number; readonly filled: string }[];
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly BubbleRow[];
  }[];
  readonly columns: number;
}

export interface BubbleRow {
  readonly label: string;
  /** A circle each; or boxes into which letters are written. */
  readonly signs: readonly string[];
  readonly isWritten?: boolean;
}

/** The page of such papers in millimetres: A4 with the narrow margins that exams are printed with. */
export const printedPage = { width: 210, height: 297, top: 15, bottom: 18, left: 20, right: 15 } as const;
/** In points. */
export const printedSizes = { text: 12, footer: 10 } as const;

/** How many columns a list of options takes, by the width of its widest and that of the page. */
export function optionColumns(count: number, widest: number, whole: number): 1 | 2 | 4 {
  if (count > 2 && widest <= whole / 4 - 8) return 4;
  return count > 1 && widest <= whole / 2 - 8 ? 2 : 1;
}
