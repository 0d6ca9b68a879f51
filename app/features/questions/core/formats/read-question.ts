import type { Difficulty, QuestionBody } from '../question.ts';
import type { WrittenQuestion } from './text/extended/written-question.ts';

/** The formats of question files, by the names that the command line and the page use. */
export const formatNames = ['gift', 'aiken', 'text', 'docx', 'moodle-xml', 'qti', 'xlsx', 'csv'] as const;
export type FormatName = (typeof formatNames)[number];

/**
 * A picture or a sound that came in the file. Texts show it as ![words](attached:name) or ![audio: words](attached:name)
 * until it is stored, which turns the address into media:ID.
 */
export interface AttachedFile {
  name: string;
  bytes: Uint8Array;
}

/** A question as a file says it: not stored, not yet placed in a category of the bank. */
export interface ReadQuestion {
  /** First and last line of it in the source, from 1. */
  line: number;
  untilLine: number;
  /** A name or number that the file gives it ('Câu 12'); empty for none. */
  title: string;
  /** The file's own path of categories, 'Chương 1/Bài 2'; empty for none. */
  category: string;
  tags: string[];
  /** null: the file does not say. */
  difficulty: Difficulty | null;
  body: QuestionBody;
  explanation: string;
  source: string;
}

/**
 * error: the question is left out. warning: it is taken, and something of it is not as the file says. hint: worth a look.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** What a reader of a file could not make out, or could not express. */
export type FormatProblemCode =
  | 'empty-file'
  | 'not-of-format'
  | 'no-columns'
  | 'table-too-large'
  | 'odd-cell'
  | 'unclosed-answers'
  | 'stray-brace'
  | 'unknown-answers'
  | 'not-a-question'
  | 'no-options'
  | 'one-option'
  | 'too-many-options'
  | 'option-out-of-order'
  | 'no-key'
  | 'two-keys'
  | 'key-not-an-option'
  | 'key-for-no-question'
  | 'key-differs'
  | 'no-stem'
  | 'bad-number'
  | 'bad-field'
  | 'bad-weight'
  | 'weights-changed'
  | 'partial-credit-lost'
  | 'feedback-lost'
  | 'wildcard-lost'
  | 'markup-lost'
  | 'number-missing'
  | 'number-twice'
  | 'stray-text'
  | 'xml-broken'
  | 'xml-entities'
  | 'xml-too-deep'
  | 'xml-too-large'
  | 'unsupported'
  | 'type-changed'
  | 'part-lost'
  | 'file-missing'
  | 'extras-stale'
  | 'key-by-look'
  | 'picture-no-words'
  | 'picture-kind'
  | 'picture-linked'
  | 'object-lost'
  | 'footnote-lost'
  | 'comment-lost'
  | 'text-box'
  | 'formula-part'
  | 'changes-taken'
  | 'hidden-text'
  | 'symbol-lost'
  | 'field-lost'
  | 'merged-cells'
  | 'margin-lost'
  | 'unsound';

export interface FormatProblem {
  severity: Severity;
  line: number;
  code: FormatProblemCode;
  /** What the sentence names: a letter, a number, a field. */
  detail: string;
  /** The words of the file at that place, at most 80 characters. */
  excerpt: string;
}

/** A question that an error keeps out, as far as it was understood. The import screen shows it to be mended. */
export interface UnreadQuestion {
  /** Its words, its options, and everything else that was understood of it as fields: the key among them. */
  written: WrittenQuestion;
  /** The whole question where nothing but the product's own rules keep it out, and fields say nothing more of it. */
  unsound: ReadQuestion | null;
}

export interface ReadFile {
  format: FormatName;
  questions: ReadQuestion[];
  problems: FormatProblem[];
  /** Of papers and tables: what the errors among the problems keep out. */
  unread?: readonly UnreadQuestion[];
  attached?: readonly AttachedFile[];
}

const EXCERPT = 80;

/** A problem with the words of its place, on one line. */
export function problemAt(
  severity: Severity,
  code: FormatProblemCode,
  { line, text, detail = '' }: { line: number; text: string; detail?: string },
): FormatProblem {
  // A place may be the whole of a long file, and a file may have many places.
  const words = text
    .trimStart()
    .slice(0, EXCERPT * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT - 1)}…` : words;
  return { severity, line, code, detail, excerpt };
}
