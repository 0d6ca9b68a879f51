import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { PrintQuestion } from '../../core/formats/print-question.ts';
import { printText } from '../../core/formats/print-text.ts';
import {
  type AttachedFile,
  type FormatName,
  type FormatProblem,
  problemAt,
  type ReadFile,
  type ReadQuestion,
} from '../../core/formats/read-question.ts';
import { formatOf } from '../../core/formats/read-question-file.ts';
import { fieldText } from '../../core/formats/text/extended/field-lines.ts';
import { printUnread } from '../../core/formats/text/extended/print-unread.ts';
import { richMark } from '../../core/formats/text/extended/read-rich.ts';
import { isSourceFormat, type SourceFormat } from '../../core/imports/source-formats.ts';
import { readUpload } from '../read-upload.server.ts';

/** A file as its author edits it. */
export interface FileSource {
  source: string;
  format: SourceFormat;
  fileFormat: FormatName;
  /** What only the file itself could say; the text tells its own problems anew. */
  problems: FormatProblem[];
  attached: readonly AttachedFile[];
  /** Nothing of it could be shown. */
  isEmpty: boolean;
}

/**
 * The text that an author edits of a file: a text as it was decoded, anything else in its text form with the questions that
 * could not be read whole among the others. Throws FileRefusal for what is no file of questions.
 */
export async function sourceOfFile(
  actor: Actor,
  bytes: Uint8Array,
  { name, format }: { name: string; format?: FormatName },
): Promise<FileSource> {
  requireScope(actor, 'question.author');
  const read = await readUpload(bytes, { name, ...(format && { format }) });
  const attached = read.attached ?? [];
  if (read.text !== null && isSourceFormat(read.format)) {
    const source = read.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    return {
      source,
      format: read.format,
      fileFormat: read.format,
      problems: [],
      attached,
      isEmpty: source.trim() === '',
    };
  }
  return {
    ...{ source: textFormOf(read), format: 'text', fileFormat: read.format, problems: ownProblems(read), attached },
    isEmpty: read.questions.length === 0 && (read.unread ?? []).length === 0,
  };
}

// What the text form tells anew, at its own lines.
const TOLD_AGAIN: readonly FormatProblem['code'][] = [
  ...(['no-key', 'no-options', 'one-option', 'no-stem', 'key-not-an-option', 'number-twice'] as const),
  ...(['option-out-of-order', 'unsound', 'two-keys'] as const),
];
/** A field that keeps a question out stands in the text form as it was written; one of a sound question is gone. */
const isToldAgain = ({ code, severity }: FormatProblem) =>
  TOLD_AGAIN.includes(code) || (code === 'bad-field' && severity === 'error');
/** Of the other formats a question that is kept out is not in the text form: there its reason is all that is left. */
const ownProblems = ({ problems, unread }: ReadFile): FormatProblem[] =>
  unread ? problems.filter((problem) => !isToldAgain(problem)) : problems;

/** The text form of a packed file, in the order of the file. */
function textFormOf({ questions, unread = [] }: ReadFile): string {
  const numbered = (question: ReadQuestion, at: number) =>
    alone({ ...question, category: '', title: question.title || `Câu ${at + 1}` });
  const blocks = [
    ...questions.map((question) => ({ of: question, print: (at: number) => numbered(question, at) })),
    ...unread.map(({ written, unsound }) => ({
      of: unsound ?? written,
      print: (at: number) =>
        unsound ? numbered(unsound, at) : printUnread({ ...written, number: written.number ?? at + 1 }),
    })),
  ].sort((a, b) => a.of.line - b.of.line);
  let category = '';
  const parts = [richMark];
  blocks.forEach(({ of, print }, at) => {
    if (of.category !== category) parts.push(fieldText('category', of.category.replace(/\s*\n\s*/g, ' ')));
    category = of.category;
    parts.push(print(at));
  });
  return `${parts.join('\n\n')}\n`;
}

const alone = (question: PrintQuestion): string => printText([question]).text.replace(richMark, '').trim();

/** The format of a pasted text; it is overruled by what the author says. */
export const formatOfPasted = (text: string, asked: FormatName | ''): SourceFormat => {
  const format = asked === '' ? formatOf(text) : asked;
  return isSourceFormat(format) ? format : 'text';
};

/** The text with the pictures that were kept; one that was not is named in its place and among the problems. */
export function withStoredFiles(
  { source, problems }: Pick<FileSource, 'source' | 'problems'>,
  stored: ReadonlyMap<string, string>,
): { source: string; problems: FormatProblem[] } {
  const lost: FormatProblem[] = [];
  const text = source.replace(/!\[([^\]]*)\]\(attached:([^)\s]+)\)/g, (whole, words: string, file: string) => {
    const id = stored.get(file);
    if (id) return `![${words.trim() === '' ? file.replace(/\.[a-z0-9]+$/i, '') : words}](media:${id})`;
    lost.push(problemAt('warning', 'picture-kind', { line: 1, text: whole, detail: file }));
    return `(${file})`;
  });
  return { source: text, problems: [...problems, ...lost] };
}
