import type { FormatProblem, ReadQuestion } from '../formats/read-question.ts';
import { isRich, richMark } from '../formats/text/extended/read-rich.ts';
import { isNumbered, kindOf } from '../formats/text/line-kinds.ts';
import { MAX_OPTIONS } from '../options.ts';
import { questionKeys } from './question-key.ts';
import { parseSource, type SourceFormat } from './source-formats.ts';

/** A question of a source as the screen shows it, sound or not. */
export interface SourceEntry {
  /** Decisions are kept under it; see `questionKeys`. */
  key: string;
  /** First and last line of it, from 1. */
  from: number;
  until: number;
  /** Null where an error keeps it out. */
  question: ReadQuestion | null;
  /** What can be shown of one that an error keeps out. */
  guess: ReadQuestion | null;
  /** Whether the source tells the key of what is shown; a guess may have any. */
  isKeyKnown: boolean;
  problems: FormatProblem[];
  /** Equal for entries that look alike, wherever their lines have moved. */
  sign: string;
}

/** An entry before it has its name and its sign. */
type Block = Omit<SourceEntry, 'key' | 'sign'>;

export interface ReadSource {
  format: SourceFormat;
  /** A text whose words are Markdown and whose every structure begins a line, as the text form of a Word file. */
  isRich: boolean;
  lines: readonly string[];
  entries: SourceEntry[];
  /** What belongs to no question. */
  loose: FormatProblem[];
}

const LINE_ENDS = /\r\n|\r|\n/;
export const linesOf = (source: string): string[] => source.split(LINE_ENDS);

/** Reads a source into its questions in order, those with an error among them, each with the problems that stand in its lines. */
export function readSource(source: string, format: SourceFormat): ReadSource {
  const lines = linesOf(source);
  const { questions, problems, unread = [] } = parseSource(source, format);
  const unsoundAt = new Map(
    unread.flatMap(({ unsound }) => (isShowable(unsound) ? [[unsound.line, unsound] as const] : [])),
  );
  const sound = [...questions].sort((a, b) => a.line - b.line);
  const entries: Block[] = sound.map((question) => ({
    ...{ from: question.line, until: Math.min(question.untilLine, lines.length), question, guess: null },
    ...{ isKeyKnown: true, problems: [] },
  }));
  const rich = format === 'text' && isRich(source);
  const starts = startsOf(lines, format);
  const loose: FormatProblem[] = [];
  for (const problem of problems) {
    const known = entryAt(entries, problem.line);
    if (known) known.problems.push(problem);
    else if (problem.severity !== 'error' || problem.code === 'empty-file' || problem.code === 'not-of-format')
      loose.push(problem);
    else entries.push(brokenAt(problem, lines, sound, starts, format, rich, unsoundAt.get(problem.line) ?? null));
  }
  entries.sort((a, b) => a.from - b.from);
  const keys = questionKeys(entries.map((entry) => stemOf(entry, lines)));
  return {
    format,
    isRich: rich,
    lines,
    entries: entries.map((entry, at) => ({ key: keys[at]!, ...entry, sign: signOf(entry, lines) })),
    loose,
  };
}

/** Options to choose among can be shown whatever is wrong with them, if they are not without end. */
const isShowable = (unsound: ReadQuestion | null): unsound is ReadQuestion =>
  unsound !== null && 'options' in unsound.body && unsound.body.options.length <= MAX_OPTIONS;

const stemOf = ({ question, guess, from }: Block, lines: readonly string[]): string =>
  (question ?? guess)?.body.stem ?? lines[from - 1] ?? '';

const entryAt = <Entry extends { from: number; until: number }>(entries: readonly Entry[], line: number) =>
  entries.findLast(({ from, until }) => line >= from && line <= until);

/** The lines on which a question begins, from 1. */
function startsOf(lines: readonly string[], format: SourceFormat): number[] {
  if (format === 'text') {
    const style = { numbered: isNumbered(lines) };
    return lines.flatMap((line, at) => (kindOf(line, style).kind === 'question' ? [at + 1] : []));
  }
  return lines.flatMap((line, at) => (line.trim() !== '' && (lines[at - 1] ?? '').trim() === '' ? [at + 1] : []));
}

/** A block that an error keeps out: from the beginning of its question to the next question's. */
function brokenAt(
  problem: FormatProblem,
  lines: readonly string[],
  sound: readonly ReadQuestion[],
  starts: readonly number[],
  format: SourceFormat,
  rich: boolean,
  unsound: ReadQuestion | null,
): Block {
  const before = Math.max(0, ...sound.map(({ untilLine }) => untilLine).filter((line) => line < problem.line));
  const from = starts.findLast((line) => line <= problem.line && line > before) ?? problem.line;
  const next = [...starts, ...sound.map(({ line }) => line)].filter((line) => line > problem.line);
  let until = Math.min(lines.length, Math.min(...next, lines.length + 1) - 1);
  if (format === 'text') until = beforeTable(lines, from, until);
  while (until > from && lines[until - 1]!.trim() === '') until -= 1;
  const guess = unsound ?? guessOf(lines.slice(from - 1, until), format, rich);
  return { from, until, question: null, guess, isKeyKnown: unsound !== null, problems: [problem] };
}

/** A table of keys and a heading belong to no question. */
function beforeTable(lines: readonly string[], from: number, until: number): number {
  for (let line = from + 1; line <= until; line += 1) {
    const { kind } = kindOf(lines[line - 1]!, { numbered: false });
    if (kind === 'table' || kind === 'section' || kind === 'end') return line - 1;
  }
  return until;
}

/** The block as it would be if its first answer were right: enough to show stem and options. */
function guessOf(block: readonly string[], format: SourceFormat, rich: boolean): ReadQuestion | null {
  const isKeyLine = (line: string) => format === 'text' && kindOf(line, { numbered: false }).kind === 'key';
  const head = rich ? [richMark] : [];
  const keyless = block.filter((line) => !isKeyLine(line) && !/^\s*ANSWER:/i.test(line));
  const tries: Record<SourceFormat, string[]> = {
    text: ['A', 'Đúng'].map((key) => [...head, ...keyless, `Đáp án: ${key}`].join('\n')),
    aiken: [[...keyless, 'ANSWER: A'].join('\n')],
    gift: [block.join('\n').replace('~', '='), `${block.join('\n')}\n}`],
  };
  for (const text of tries[format]) {
    const [question] = parseSource(text, format).questions;
    if (question) return question;
  }
  return null;
}

export function signOf({ from, until, question, problems }: Block, lines: readonly string[]): string {
  const said = question && { ...question, line: 0, untilLine: 0 };
  const doubts = problems.map((problem) => ({ ...problem, line: problem.line - from }));
  return JSON.stringify([said, doubts, lines.slice(from - 1, until)]);
}
