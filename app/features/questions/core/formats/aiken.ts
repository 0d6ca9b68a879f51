import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import { plainText } from '../plain-text.ts';
import { validateQuestion } from '../validate-question.ts';
import { letterId } from './letter-ids.ts';
import type { PrintedFile, PrintLoss, PrintQuestion, Unsayable } from './print-question.ts';
import { type FormatProblem, problemAt, type ReadFile, type ReadQuestion } from './read-question.ts';

const OPTION = /^\s*([A-Z])[.)]\s+(.*)$/;
const ANSWER = /^\s*ANSWER:\s*(\S*)\s*$/i;

interface Open {
  line: number;
  stem: string[];
  options: string[];
}

/**
 * Reads an Aiken file: a question, options `A.` or `A)` each on a line of its own, `ANSWER: B`. Everything is plain text and
 * every question a single choice.
 */
export function parseAiken(source: string): ReadFile {
  const questions: ReadQuestion[] = [];
  const problems: FormatProblem[] = [];
  const lines = source.split(/\r\n|\r|\n/);
  let open: Open | null = null;
  const refuse = (at: Open, code: FormatProblem['code'], detail = '') =>
    problems.push(problemAt('error', code, { line: at.line, text: at.stem.slice(0, 3).join(' '), detail }));
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const answer = ANSWER.exec(text);
    const option = OPTION.exec(text);
    if (answer) {
      if (open) take(open, line, answer[1] ?? '');
      else problems.push(problemAt('error', 'key-for-no-question', { line, text }));
      open = null;
    } else if (open && option) {
      const expected = String.fromCharCode(65 + open.options.length);
      if (option[1] === expected) open.options.push(option[2]!.trim());
      else refuse({ ...open, line }, 'option-out-of-order', option[1]);
    } else if (text.trim() !== '') {
      if (open && open.options.length > 0) {
        refuse(open, 'no-key');
        open = null;
      }
      open ??= { line, stem: [], options: [] };
      open.stem.push(text.trim());
    }
  }
  if (open) refuse(open, open.options.length > 0 ? 'no-key' : 'no-options');
  if (questions.length === 0 && problems.length === 0) {
    problems.push(problemAt('error', 'empty-file', { line: 1, text: source }));
  }
  return { format: 'aiken', questions, problems };

  function take(at: Open, untilLine: number, typed: string): void {
    const key = typed.toUpperCase();
    const place = key.length === 1 ? key.charCodeAt(0) - 65 : -1;
    if (at.options.length === 0) return void refuse(at, 'no-options');
    if (place < 0 || place >= at.options.length) return void refuse(at, 'key-not-an-option', typed);
    const body = {
      ...{ type: 'single' as const, stem: at.stem.map(escapeMarkdown).join('  \n') },
      options: at.options.map((text, index) => ({ id: letterId(index), text: escapeMarkdown(text) })),
      correct: letterId(place),
    };
    const unsound = validateQuestion(body);
    for (const { field, code } of unsound) refuse(at, 'unsound', `${field} ${code}`);
    if (unsound.length > 0) return;
    const plain = { title: '', category: '', tags: [], difficulty: null, explanation: '', source: '' };
    questions.push({ line: at.line, untilLine, ...plain, body });
  }
}

/** Writes single choice questions as Aiken; all else is left out, and what Aiken cannot say is named. */
export function printAiken(questions: readonly PrintQuestion[]): PrintedFile {
  const losses: PrintLoss[] = [];
  const parts: string[] = [];
  questions.forEach((question, index) => {
    const { body } = question;
    if (body.type !== 'single' || body.options.length > 26) {
      losses.push({ index, lost: ['type'], isLeftOut: true });
      return;
    }
    const lost = lossesOf(question, body.options);
    if (lost.length > 0) losses.push({ index, lost, isLeftOut: false });
    const letters = body.options.map((_, place) => String.fromCharCode(65 + place));
    const options = body.options.map(({ text }, place) => `${letters[place]}. ${plainText(text)}`);
    const key = letters[body.options.findIndex(({ id }) => id === body.correct)];
    parts.push([plainText(body.stem), ...options, `ANSWER: ${key}`].join('\n'));
  });
  return { text: parts.length === 0 ? '' : `${parts.join('\n\n')}\n`, losses };
}

function lossesOf(question: PrintQuestion, options: readonly { fixed?: boolean; feedback?: string }[]): Unsayable[] {
  const isThere: Partial<Record<Unsayable, boolean>> = {
    title: question.title !== '',
    category: question.category !== '',
    tags: question.tags.length > 0,
    difficulty: question.difficulty !== null,
    explanation: question.explanation !== '',
    source: question.source !== '',
    feedback: options.some(({ feedback }) => feedback),
    fixed: options.some(({ fixed }) => fixed),
  };
  return (Object.keys(isThere) as Unsayable[]).filter((name) => isThere[name]);
}
