import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import type { ReadQuestion } from '../formats/read-question.ts';
import { richMark } from '../formats/text/extended/read-rich.ts';
import type { Difficulty, QuestionBody } from '../question.ts';
import { printPlain } from './print-plain.ts';
import type { ReadSource, SourceEntry } from './read-source.ts';
import { printSource } from './source-formats.ts';
import { linePlaces, type TextEdit } from './text-edit.ts';

/** What an author changes in the shown question: words as typed, Markdown where the source is Markdown. */
export type QuestionEdit =
  | { field: 'stem' | 'explanation'; text: string }
  | { field: 'option'; at: number; text: string }
  | { field: 'difficulty'; difficulty: Difficulty | null };

/**
 * The edits that put a changed question in the place of its lines, written as the format writes it. Null where the format
 * has no way to write it: then the source is the place to edit.
 */
export function editQuestionEdits(
  source: string,
  read: ReadSource,
  entry: SourceEntry,
  edit: QuestionEdit,
): TextEdit[] | null {
  if (!entry.question) return null;
  const changed = withEdit(entry.question, edit, read.format === 'gift' || read.isRich);
  const rewritten = changed && rewriteQuestion(source, read, entry, changed);
  return rewritten && [rewritten];
}

/** Whether an edit of this kind can be written at all: a paper of plain text has no line for difficulty. */
export const canEdit = (read: Pick<ReadSource, 'format' | 'isRich'>, entry: SourceEntry, field: string): boolean => {
  if (!entry.question) return false;
  if (field === 'difficulty') return read.isRich;
  if (field === 'explanation' && read.format === 'aiken') return false;
  const alone = [{ ...entry.question, category: '' }];
  const { losses } = read.format === 'text' && !read.isRich ? printPlain(alone) : printSource(alone, read.format);
  return !losses.some(({ isLeftOut }) => isLeftOut);
};

function withEdit(question: ReadQuestion, edit: QuestionEdit, isMarkdown: boolean): ReadQuestion | null {
  const written = (text: string) => (isMarkdown ? text : escapeMarkdown(text));
  const { body } = question;
  switch (edit.field) {
    case 'stem':
      return { ...question, body: { ...body, stem: written(edit.text) } as QuestionBody };
    case 'explanation':
      return { ...question, explanation: written(edit.text) };
    case 'difficulty':
      return { ...question, difficulty: edit.difficulty };
    case 'option': {
      const put = <Row extends { text: string }>(rows: readonly Row[]) =>
        rows.map((row, at) => (at === edit.at ? { ...row, text: written(edit.text) } : row));
      if (body.type === 'single' || body.type === 'multiple')
        return { ...question, body: { ...body, options: put(body.options) } };
      if (body.type === 'cluster') return { ...question, body: { ...body, statements: put(body.statements) } };
      return null;
    }
  }
}

function rewriteQuestion(
  source: string,
  read: ReadSource,
  entry: SourceEntry,
  question: ReadQuestion,
): TextEdit | null {
  // A category heads the questions below it: it stands before the block, and stays there.
  const alone = [{ ...question, category: '' }];
  const isPlain = read.format === 'text' && !read.isRich;
  const { text, losses } = isPlain ? printPlain(alone) : printSource(alone, read.format);
  if (losses.some(({ isLeftOut }) => isLeftOut)) return null;
  const place = linePlaces(source);
  let until = entry.until;
  while (until > entry.from && (read.lines[until - 1] ?? '').trim() === '') until -= 1;
  return { from: place(entry.from).from, until: place(until).until, text: text.replace(richMark, '').trim() };
}
