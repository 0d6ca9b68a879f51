import { problemAt, type ReadFile } from '../read-question.ts';
import { isRich, parseRich } from './extended/read-rich.ts';
import { paperToQuestion } from './paper-to-question.ts';
import { readPaper } from './read-paper.ts';
import { lineText, plainLines, type SourceLine } from './source-line.ts';

/** Reads a Vietnamese paper of plain text in any of its usual layouts: 'Câu 1.', options, keys, a table of keys at the end. */
export const parseText = (source: string): ReadFile =>
  isRich(source) ? parseRich(source) : parseLines(plainLines(source));

/** The same from lines with looks, as a Word document gives them. */
export function parseLines(lines: readonly SourceLine[]): ReadFile {
  const paper = readPaper(lines);
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
  for (const [number, letter] of paper.table) {
    if (numbers.has(number)) continue;
    const line = lines.at(-1)?.line ?? 1;
    problems.push(
      problemAt('warning', 'key-for-no-question', { line, text: `${number}-${letter}`, detail: String(number) }),
    );
  }
  const read = paper.questions.map((question) => paperToQuestion(question, paper));
  const questions = read.flatMap(({ question }) => question ?? []);
  problems.push(...read.flatMap((one) => one.problems));
  if (paper.questions.length === 0) {
    const text = lines.map(lineText).find((one) => one.trim() !== '') ?? '';
    problems.push(problemAt('error', 'empty-file', { line: 1, text }));
  }
  return { format: 'text', questions, problems: problems.sort((a, b) => a.line - b.line) };
}
