/** How a stretch of text looks; what is not named is plain. */
export interface WordLook {
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isStruck?: boolean;
  /** A colour other than black and automatic, as six hexadecimal digits or a name of the theme; or of a highlight. */
  colour?: string;
  script?: 'up' | 'down';
}

/** A piece of a paragraph in reading order. A text may hold tabs and line breaks. */
export type WordPiece =
  | ({ kind: 'text'; text: string; href?: string } & WordLook)
  | { kind: 'formula'; latex: string; isBlock: boolean }
  | { kind: 'picture'; name: string; words: string };

export interface WordParagraph {
  kind: 'paragraph';
  /** The how-manieth paragraph of the document it is, from 1; a Word file knows no lines and no pages. */
  place: number;
  /** 1 to 9 for a heading, 0 for the document's title, null for text. */
  heading: number | null;
  isQuote: boolean;
  /** A line of the table of contents. */
  isContents: boolean;
  /** What Word numbers by itself: 'Câu 3.', 'A.', '•'; null where nothing. */
  label: { text: string; isBullet: boolean; depth: number; look: WordLook } | null;
  pieces: WordPiece[];
}

export interface WordTable {
  kind: 'table';
  place: number;
  rows: WordBlock[][][];
}

export type WordBlock = WordParagraph | WordTable;

/** What of a document is not in what was read of it, or stands elsewhere there. */
export type WordLossCode =
  | 'picture-no-words'
  | 'picture-kind'
  | 'picture-linked'
  | 'object'
  | 'footnote'
  | 'comment'
  | 'text-box'
  | 'formula-part'
  | 'changes'
  | 'hidden-text'
  | 'symbol'
  | 'field'
  | 'merged-cells'
  | 'margin';

export interface WordLoss {
  code: WordLossCode;
  place: number;
  detail: string;
}

/** Why nothing at all was read. */
export type WordFault = 'not-word' | 'damaged' | 'too-large';

export interface WordDocument {
  blocks: WordBlock[];
  attached: { name: string; bytes: Uint8Array }[];
  losses: WordLoss[];
  fault: WordFault | null;
}

/** The words of a paragraph, pictures and formulas left out. */
export const wordsOf = ({ pieces }: Pick<WordParagraph, 'pieces'>): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
