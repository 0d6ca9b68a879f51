import { problemAt, type ReadFile } from '../read-question.ts';
import { difficultyWords } from './extended/field-words.ts';
import { fieldedToQuestion } from './extended/fielded-question.ts';
import { type FieldedQuestion, fieldsOfQuestions, takeFields, writtenOf } from './extended/paper-fields.ts';
import { isRich, parseRich } from './extended/read-rich.ts';
import { isToldByFields } from './extended/written-bodies.ts';
import type { WrittenQuestion } from './extended/written-question.ts';
import { keyOfLooks, type Look } from './key-of-looks.ts';
import { partOf } from './key-table.ts';
import { type Keyed, keyWordsOf, paperToQuestion } from './paper-to-question.ts';
import { type Paper, readPaper } from './read-paper.ts';
import { lineText, plainLines, type SourceLine } from './source-line.ts';

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
  const written = fieldsOfQuestions(paper.questions, fields);
  const read = written.map((one) => fieldedToQuestion(one, (question) => paperToQuestion(question, keyed)));
  const questions = read.flatMap(({ question }) => question ?? []);
  problems.push(...read.flatMap((one) => one.problems));
  if (paper.questions.length === 0) {
    const text = lines.map(lineText).find((one) => one.trim() !== '') ?? '';
    problems.push(problemAt('error', 'empty-file', { line: 1, text }));
  }
  const unread = written.flatMap((one, at) => {
    const { question, unsound = null } = read[at]!;
    return question ? [] : [{ written: unreadOf(one, keyed), unsound }];
  });
  return { format: 'text', questions, problems: problems.sort((a, b) => a.line - b.line), unread };
}

const RATING = { name: 'difficulty', arg: '', note: '' } as const;

/** A question that is none with everything that it says, its key in words wherever the paper tells it. */
function unreadOf({ question, fields, category }: FieldedQuestion, keyed: Keyed): WrittenQuestion {
  const words = isToldByFields(fields) ? '' : keyWordsOf(question, keyed);
  const { line } = question.key ?? question;
  const said = words === '' ? question.key : { line, letters: [], truths: [], words };
  const written = writtenOf({ ...question, key: said }, fields);
  const { difficulty } = question;
  const isRated = fields.some(({ name }) => name === 'difficulty');
  const rating = difficulty && !isRated ? [{ ...RATING, line, lines: [difficultyWords[difficulty][0]!] }] : [];
  return { ...written, fields: [...written.fields, ...rating], category: category ?? written.category };
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
