import {
  type FormatName,
  type FormatProblem,
  problemAt,
  type ReadFile,
  type ReadQuestion,
  type UnreadQuestion,
} from '../read-question.ts';
import { findHeads } from './question-columns.ts';
import { cellText, type QuestionTable } from './question-table.ts';
import { rowToQuestion } from './row-to-question.ts';

/** Reads tables of questions: the heads say what each column holds, every row below is a question. */
export function readTables(format: FormatName, tables: readonly QuestionTable[]): ReadFile {
  const questions: ReadQuestion[] = [];
  const problems: FormatProblem[] = [];
  const unread: UnreadQuestion[] = [];
  let hasHeads = false;
  for (const { rows, isCut, name } of tables) {
    const found = findHeads(rows.map(({ cells }) => Array.from(cells, cellText)));
    if (!found) continue;
    hasHeads = true;
    for (const row of rows.slice(found.at + 1)) {
      const read = rowToQuestion(row, found, tables.length > 1 ? name : '');
      if (read.question) questions.push(read.question);
      if (read.unread) unread.push(read.unread);
      problems.push(...read.problems);
    }
    if (isCut) problems.push(problemAt('error', 'table-too-large', { line: rows.at(-1)?.line ?? 1, text: name }));
  }
  const first = tables
    .flatMap(({ rows }) => rows)
    .find(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ''));
  const place = { line: first?.line ?? 1, text: Array.from(first?.cells ?? [], cellText).join(' ') };
  if (!first) problems.push(problemAt('error', 'empty-file', place));
  else if (!hasHeads) problems.push(problemAt('error', 'no-columns', place));
  else if (questions.length === 0 && problems.length === 0) problems.push(problemAt('error', 'empty-file', place));
  return { format, questions, problems, unread };
}
