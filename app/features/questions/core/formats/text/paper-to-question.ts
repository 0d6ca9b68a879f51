import { MATCHINGS } from '../../content/content-type.ts';
import type { QuestionBody } from '../../question.ts';
import { validateQuestion } from '../../validate-question.ts';
import { letterId } from '../letter-ids.ts';
import {
  type FormatProblem,
  type FormatProblemCode,
  problemAt,
  type ReadQuestion,
  type Severity,
} from '../read-question.ts';
import { lettersOfLook } from './key-of-looks.ts';
import { truthsOf } from './line-kinds.ts';
import type { PaperQuestion } from './paper-question.ts';
import type { Paper } from './read-paper.ts';
import { lineText, markdownOf, type Run } from './source-line.ts';

/** A key that is typed rather than chosen is a few words long; a longer one is a model answer of an essay. */
const LONGEST_TYPED = 60;
// 'Tất cả các đáp án trên', 'Cả A và B đều đúng': such an option keeps its place when options are shuffled.
const STAYS =
  /^(tất cả|cả (?:hai|ba|bốn|\d|[a-h])\b|không có (?:đáp án|phương án|ý)|các (?:đáp án|phương án|ý) trên)/iu;

type Keyed = Pick<Paper, 'table' | 'contradicted'>;

/** One question of a paper as a question of the product, null where it is none; every doubt with its line. */
export function paperToQuestion(
  paper: PaperQuestion,
  keyed: Keyed,
): { question: ReadQuestion | null; problems: FormatProblem[] } {
  const problems: FormatProblem[] = [];
  const stem = paragraphs(paper.stem);
  const say = (severity: Severity, code: FormatProblemCode, detail = '', line = paper.line) => {
    const words = paper.stem.map((runs) => lineText({ runs })).join(' ');
    problems.push(problemAt(severity, code, { line, text: words === '' ? `Câu ${paper.number}` : words, detail }));
  };
  if (stem === '') say('error', 'no-stem', String(paper.number ?? ''));
  const body = stem === '' ? null : bodyOf(paper, stem, keyed, say);
  const unsound = body ? validateQuestion(body) : [];
  for (const { field, code } of unsound) say('error', 'unsound', `${field} ${code}`);
  if (!body || unsound.length > 0) return { question: null, problems };
  const { line, untilLine, section: category, number } = paper;
  const question: ReadQuestion = {
    ...{ line, untilLine, category, tags: [], difficulty: null, body, source: '' },
    title: number === null ? '' : `Câu ${number}`,
    explanation: paragraphs(paper.explanation),
  };
  return { question, problems };
}

type Say = (severity: Severity, code: FormatProblemCode, detail?: string, line?: number) => void;

function bodyOf(paper: PaperQuestion, stem: string, keyed: Keyed, say: Say): QuestionBody | null {
  const { options, key } = paper;
  if (options.length === 0) return openBody(paper, stem, say);
  if (options.length === 1) {
    say('error', 'one-option');
    return null;
  }
  const rows = options.map(({ words }, index) => ({ id: letterId(index), text: paragraphs(words) }));
  if (key && key.truths.length === options.length) {
    const statements = rows.map((row, index) => ({ ...row, answer: key.truths[index]! }));
    return { type: 'cluster', stem, statements, scoring: 'proportional' };
  }
  const letters = lettersOf(paper, keyed, say);
  if (letters.length === 0) {
    say('error', 'no-key');
    return null;
  }
  const correct = letters.map((letter) => options.findIndex((option) => option.letter === letter));
  if (correct.includes(-1)) {
    say('error', 'key-not-an-option', letters[correct.indexOf(-1)], key?.line);
    return null;
  }
  const shown = rows.map((row) => (STAYS.test(row.text) ? { ...row, fixed: true } : row));
  if (correct.length === 1) return { type: 'single', stem, options: shown, correct: letterId(correct[0]!) };
  const right = correct.sort((a, b) => a - b).map(letterId);
  return { type: 'multiple', stem, options: shown, correct: right, scoring: 'all-or-nothing' };
}

/** The right letters: from the question's own line, the table, a sign before the letter, a look. Contradictions are named. */
function lettersOf({ options, key, number }: PaperQuestion, { table, contradicted }: Keyed, say: Say): string[] {
  const listed = number === null ? undefined : table.get(number);
  const said = {
    line: key?.letters ?? [],
    table: listed === undefined ? [] : [listed],
    sign: options.filter(({ isStarred }) => isStarred).map(({ letter }) => letter),
    look: lettersOfLook(options),
  };
  if (number !== null && contradicted.has(number)) say('warning', 'key-differs', said.table.join());
  const [first, ...others] = Object.values(said).filter((letters) => letters.length > 0);
  if (!first) return [];
  // A look may mean something else; the other three are there to tell the key.
  const told = [said.table, said.sign].filter((letters) => letters.length > 0 && others.includes(letters));
  for (const letters of told) {
    if (letters.join() !== first.join())
      say('warning', 'key-differs', `${first.join('')} / ${letters.join('')}`, key?.line);
  }
  return first;
}

/** A question without options: true or false, a few words to type, or an essay. */
function openBody({ key, explanation }: PaperQuestion, stem: string, say: Say): QuestionBody | null {
  const words = key?.words.replace(/[.\s]+$/, '') ?? '';
  const truths = truthsOf(words);
  if (truths.length === 1) return { type: 'true-false', stem, answer: truths[0]! };
  if (words !== '' && words.length <= LONGEST_TYPED) {
    const answers = words.split(/\s*[;/|]\s*/).filter((one) => one !== '');
    const matching = MATCHINGS['ignore-case'];
    return { type: 'short-answer', stem, answers: answers.map((text) => ({ text, fraction: 1 })), matching };
  }
  const notes = key?.words ?? '';
  if (notes === '' && explanation.length === 0) {
    say('error', 'no-options');
    return null;
  }
  return { type: 'essay', stem, minWords: 0, maxWords: 0, maxFiles: 0, rubric: [], markerNotes: notes };
}

const paragraphs = (lines: readonly (readonly Run[])[]): string =>
  lines
    .map(markdownOf)
    .filter((text) => text !== '')
    .join('\n\n');
