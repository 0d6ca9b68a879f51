import { decodeTyped } from '#app/features/org/core/roster/decode-typed.ts';
import { readWord } from '#app/kernel/word/read-word.ts';
import type { WordLoss, WordLossCode } from '#app/kernel/word/word-document.ts';
import {
  type FormatProblem,
  type FormatProblemCode,
  problemAt,
  type ReadFile,
  type Severity,
} from '../read-question.ts';
import { parseLines } from '../text/parse-text.ts';
import { lineText } from '../text/source-line.ts';
import { wordLines } from './word-lines.ts';

const problems: Record<WordLossCode, readonly [Severity, FormatProblemCode]> = {
  'picture-no-words': ['warning', 'picture-no-words'],
  'picture-kind': ['warning', 'picture-kind'],
  'picture-linked': ['warning', 'picture-linked'],
  object: ['warning', 'object-lost'],
  footnote: ['warning', 'footnote-lost'],
  comment: ['hint', 'comment-lost'],
  'text-box': ['hint', 'text-box'],
  'formula-part': ['warning', 'formula-part'],
  changes: ['hint', 'changes-taken'],
  'hidden-text': ['hint', 'hidden-text'],
  symbol: ['warning', 'symbol-lost'],
  field: ['warning', 'field-lost'],
  'merged-cells': ['hint', 'merged-cells'],
  margin: ['hint', 'margin-lost'],
};

/** Some eight thousand questions. */
const MOST_LINES = 60_000;

/**
 * Reads a paper written with Word from the parts of its file. Lines are the document's paragraphs, counted from 1 with
 * those of tables and empty ones: Word knows no lines and no pages.
 */
export function parseDocx(parts: ReadonlyMap<string, Uint8Array>): ReadFile {
  const document = readWord(parts, { decode: decodeTyped });
  const lines = document.fault ? [] : wordLines(document.blocks);
  const fault = lines.length > MOST_LINES ? 'too-large' : document.fault;
  if (fault) {
    const code = fault === 'too-large' ? 'xml-too-large' : fault === 'not-word' ? 'not-of-format' : 'xml-broken';
    return {
      format: 'docx',
      questions: [],
      problems: [problemAt('error', code, { line: 1, text: '', detail: 'docx' })],
    };
  }
  const read = parseLines(lines);
  const texts = new Map<number, string>();
  for (const line of document.losses.length > 0 ? lines : [])
    texts.set(line.line, `${texts.get(line.line) ?? ''} ${lineText(line)}`.slice(0, 400));
  const lost = document.losses.map((loss) => problemOf(loss, texts));
  // The head of a paper is not of its questions; a picture of it is not theirs either.
  const used = document.attached.length > 0 ? JSON.stringify([read.questions, read.unread]) : '';
  const attached = document.attached.filter(({ name }) => used.includes(`(attached:${name})`));
  const all = [...read.problems, ...lost.filter((one) => isOfQuestions(one, attached, read))];
  return { ...read, format: 'docx', problems: all.sort((a, b) => a.line - b.line), attached };
}

function isOfQuestions(
  { code, detail, line }: FormatProblem,
  attached: readonly { name: string }[],
  { questions, unread = [] }: ReadFile,
): boolean {
  if (code === 'picture-no-words') return attached.some(({ name }) => name === detail);
  // Ornaments of the head of a paper are drawn too.
  if (code === 'object-lost' && detail === 'shape')
    return [...questions, ...unread.map(({ written }) => written)].some((one) => one.line <= line);
  return true;
}

function problemOf({ code, place, detail }: WordLoss, texts: ReadonlyMap<number, string>): FormatProblem {
  const [severity, name] = problems[code];
  // What stands around the pages has no place among the words.
  const text = code === 'margin' ? '' : (texts.get(place) ?? '');
  return problemAt(severity, name, { line: place, text, detail });
}
