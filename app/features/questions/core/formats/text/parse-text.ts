import { problemAt, type ReadFile, type UnreadQuestion } from '../read-question.ts';
import { fieldedToQuestion } from './extended/fielded-question.ts';
import { fieldsOfQuestions, takeFields } from './extended/paper-fields.ts';
import { isRich, parseRich } from './extended/read-rich.ts';
import { keyOfLooks, type Look } from './key-of-looks.ts';
import { partOf } from './key-table.ts';
import type { PaperQuestion } from './paper-question.ts';
import { paperToQuestion } from './paper-to-question.ts';
import { type Paper, readPaper } from './read-paper.ts';
import { lineText, markdownOf, plainLines, type Run, type SourceLine } from './source-line.ts';

/** Reads a Vietnamese paper of plain text in any of its usual layouts: 'Câu 1.', options, keys, a table of keys at the end. */
export const parseText = (source: string): ReadFile =>
  isRich(source) ? parseRich(source) : parseLines(plainLines(source));

/** The same from lines with looks, as a Word document gives them. */
export function parseLines(lines: readonly SourceLine[]): ReadFile {
  const { lines: plain, fields } = takeFields(lines);
  const paper = readPaper(plain);
  const problems = [...paper.problems];
  const seen = new Set<string>();
  const numbers = new Set<number>();
  for (const { line, number, section, stem } of paper.questions) {
    if (number === null) continue;
    numbers.add(number);
    const name = `${section}\n${number}`;
    const text = stem.map((runs) => lineText({ runs })).join(' ');
    if (seen.has(name)) problems.push(problemAt('warning', 'number-twice', { line, text, detail: String(number) }));
    seen.add(name);
  }
  for (const { number, part, letter, line } of paper.table.entries()) {
    const isThere =
      part === ''
        ? numbers.has(number)
        : paper.questions.some((one) => one.number === number && partOf(one.section) === part);
    if (isThere) continue;
    problems.push(
      problemAt('warning', 'key-for-no-question', { line, text: `${number}-${letter}`, detail: String(number) }),
    );
  }
  const keyed = { table: paper.table, looks: telling(paper) };
  const read = fieldsOfQuestions(paper.questions, fields).map((one) =>
    fieldedToQuestion(one, (question) => paperToQuestion(question, keyed)),
  );
  const questions = read.flatMap(({ question }) => question ?? []);
  problems.push(...read.flatMap((one) => one.problems));
  if (paper.questions.length === 0) {
    const text = lines.map(lineText).find((one) => one.trim() !== '') ?? '';
    problems.push(problemAt('error', 'empty-file', { line: 1, text }));
  }
  const unread = paper.questions.filter((_, at) => read[at]?.question === null).map(unreadOf);
  return { format: 'text', questions, problems: problems.sort((a, b) => a.line - b.line), unread };
}

function unreadOf({ line, number, section, stem, options }: PaperQuestion): UnreadQuestion {
  const written = (lines: readonly (readonly Run[])[]) => lines.map(markdownOf).filter(Boolean).join('\n\n');
  return { line, number, category: section, stem: written(stem), options: options.map(({ words }) => written(words)) };
}

/**
 * By which looks the paper tells its keys: underlined and coloured options always are keys; bold or italic ones only where
 * most questions that have no other key have them.
 */
function telling({ questions, table }: Paper): ReadonlySet<Look> {
  const looks = new Set<Look>(['underlined', 'coloured']);
  const counts = new Map<Look, number>();
  let untold = 0;
  for (const { options, key, number, section } of questions) {
    const isTold =
      key !== null || options.some(({ isStarred }) => isStarred) || (number !== null && table.keyOf(section, number));
    if (isTold || options.length < 2) continue;
    untold += 1;
    const look = keyOfLooks(options)?.look;
    if (look) counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  for (const [look, count] of counts) if (count * 2 >= untold) looks.add(look);
  return looks;
}
