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
import { keyOfLooks, type Look } from './key-of-looks.ts';
import { truthBehind, truthsOf } from './line-kinds.ts';
import type { PaperOption, PaperQuestion } from './paper-question.ts';
import type { Paper } from './read-paper.ts';
import { lineText, markdownOf, type Run, sliceRuns } from './source-line.ts';

/** A key that is typed rather than chosen is a few words long; a longer one is a model answer of an essay. */
const LONGEST_TYPED = 60;
// 'Tất cả các đáp án trên', 'Cả A và B đều đúng': such an option keeps its place when options are shuffled.
const STAYS =
  /^(tất cả|cả (?:hai|ba|bốn|\d|[a-h])\b|không có (?:đáp án|phương án|ý)|các (?:đáp án|phương án|ý) trên)/iu;

/** What a paper says of keys as a whole. `looks`: by which looks it tells them, the others being there for other reasons. */
export type Keyed = Pick<Paper, 'table'> & { looks: ReadonlySet<Look> };

/** A question as read; `unsound`: what was understood where only the product's rules keep it out. */
export interface ReadPaper {
  question: ReadQuestion | null;
  unsound?: ReadQuestion;
  problems: FormatProblem[];
}

/** One question of a paper as a question of the product, null where it is none; every doubt with its line. */
export function paperToQuestion(paper: PaperQuestion, keyed: Keyed): ReadPaper {
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
  if (!body) return { question: null, problems };
  const { line, untilLine, section: category, number, difficulty } = paper;
  const question: ReadQuestion = {
    ...{ line, untilLine, category, tags: [], difficulty, body, source: '' },
    title: number === null ? '' : `Câu ${number}`,
    explanation: paragraphs(paper.explanation),
  };
  return unsound.length > 0 ? { question: null, unsound: question, problems } : { question, problems };
}

/** What the paper tells of the key of a question that is none: letters, words, truths; empty where it tells nothing. */
export function keyWordsOf(paper: PaperQuestion, keyed: Keyed): string {
  const { key, number, section } = paper;
  const letters = lettersOf(paper, keyed, () => undefined);
  if (letters.length > 0) return letters.join(', ');
  if (key && key.words !== '') return key.words;
  const truths = number === null ? [] : (keyed.table.keyOf(section, number)?.truths ?? []);
  return truths.map((truth) => (truth ? 'Đúng' : 'Sai')).join(', ');
}

type Say = (severity: Severity, code: FormatProblemCode, detail?: string, line?: number) => void;

function bodyOf(paper: PaperQuestion, stem: string, keyed: Keyed, say: Say): QuestionBody | null {
  const { options, key } = paper;
  if (options.length === 0) return openBody(paper, stem, say);
  if (options.length === 1) {
    say('error', 'one-option');
    return null;
  }
  const statements = statementsOf(paper, keyed);
  if (statements) return { type: 'cluster', stem, statements, scoring: 'proportional' };
  const rows = options.map(({ words }, index) => ({ id: letterId(index), text: paragraphs(words) }));
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

/** Options as statements with their truths, where anything tells one for each: the key, the table, words behind each. */
function statementsOf({ options, key, number, section, stem }: PaperQuestion, { table }: Keyed) {
  const rows = () => options.map(({ words }, index) => ({ id: letterId(index), text: paragraphs(words) }));
  const listed = number === null ? null : table.keyOf(section, number);
  const told = [key?.truths, listed?.truths].find((truths) => truths?.length === options.length);
  if (told) return rows().map((row, index) => ({ ...row, answer: told[index]! }));
  const truthOf = ({ words }: PaperOption) => truthBehind(lineText({ runs: words.at(-1) ?? [] }));
  if (options.every((option) => truthOf(option) !== null)) {
    return options.map(({ words }, index) => {
      const { truth, at } = truthOf(options[index]!)!;
      const text = paragraphs([...words.slice(0, -1), sliceRuns(words.at(-1) ?? [], 0, at)]);
      return { id: letterId(index), text, answer: truth };
    });
  }
  // Small letters in a part of the paper that asks for true or false: what is marked is true.
  if (!options.every(({ mark }) => /[a-h]/.test(lineText({ runs: mark })))) return null;
  const asked = `${section} ${stem.map((runs) => lineText({ runs })).join(' ')}`;
  const isAsked = /đúng\s*(?:[,/–-]|hay|hoặc)\s*sai/iu.test(asked);
  const letters = [key?.letters ?? [], options.filter(({ isStarred }) => isStarred).map(({ letter }) => letter)];
  const marked = [...letters, keyOfLooks(options)?.letters ?? []].find((list) => list.length > 0);
  if (!isAsked || !marked) return null;
  return rows().map((row, index) => ({ ...row, answer: marked.includes(options[index]!.letter) }));
}

/** The right letters: from the question's own line, the table, a sign before the letter, a look. Contradictions are named. */
function lettersOf({ options, key, number, section }: PaperQuestion, { table, looks }: Keyed, say: Say): string[] {
  const seen = keyOfLooks(options);
  const listed = number === null ? '' : (table.keyOf(section, number)?.letter ?? '');
  const said = {
    line: key?.letters ?? [],
    table: listed === '' ? [] : [listed],
    sign: options.filter(({ isStarred }) => isStarred).map(({ letter }) => letter),
    look: seen?.letters ?? [],
  };
  if (number !== null && table.isTwice(section, number)) say('warning', 'key-differs', said.table.join());
  const [first, ...others] = Object.values(said).filter((letters) => letters.length > 0);
  if (!first) return [];
  if (seen && first === said.look && !looks.has(seen.look)) say('warning', 'key-by-look', seen.look);
  // Bold and italic may mean something else; the others are there to tell the key.
  const isTelling = seen?.look === 'underlined' || seen?.look === 'coloured';
  for (const letters of others) {
    if (letters === said.look && !isTelling) continue;
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
