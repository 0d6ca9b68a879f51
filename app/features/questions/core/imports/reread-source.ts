import type { ReadQuestion } from '../formats/read-question.ts';
import { fieldOfLine } from '../formats/text/extended/field-lines.ts';
import { richMark } from '../formats/text/extended/read-rich.ts';
import { beginsByWord, kindOf, numberedQuestion } from '../formats/text/line-kinds.ts';
import { questionKeys } from './question-key.ts';
import { linesOf, type ReadSource, readSource, type SourceEntry, signOf } from './read-source.ts';
import { parseSource } from './source-formats.ts';

/**
 * The same as `readSource` of the new text. Where the change lies within one sound question of a paper that says everything about
 * itself, only that question is read again: a key must show in the preview at once, however long the text is.
 */
export function rereadSource(before: ReadSource, source: string): ReadSource {
  return rereadOne(before, source) ?? readSource(source, before.format);
}

function rereadOne(before: ReadSource, source: string): ReadSource | null {
  if (before.format !== 'text' || (!before.isRich && hasLinesBetween(before))) return null;
  const lines = linesOf(source);
  const { first, delta } = changed(before.lines, lines);
  const last = lastChanged(before.lines, lines);
  const at = before.entries.findIndex(({ from, until }) => from <= first && until >= last);
  const entry = before.entries[at];
  // A key in the table at the end, a number that stands twice and the like want the whole text.
  if (!entry?.question || entry.problems.length > 0) return null;
  const until = entry.until + delta;
  const [old, block] = [before.lines.slice(entry.from - 1, entry.until), lines.slice(entry.from - 1, until)];
  if (!isOfItself(old) || !isOfItself(block)) return null;
  const question = readAlone(before, block);
  if (!question || question.title !== entry.question.title) return null;
  const { category } = entry.question;
  const placed = { ...question, line: entry.from, untilLine: until, category };
  const read = { ...entry, until, question: placed };
  const renewed: SourceEntry = { ...read, sign: signOf(read, lines) };
  const moved = <Placed extends { line: number }>(one: Placed) => ({ ...one, line: one.line + delta });
  const entries = before.entries.map((one, place) => {
    if (place === at) return renewed;
    return place < at || delta === 0 ? one : shifted(one, delta);
  });
  const loose = delta === 0 ? before.loose : before.loose.map((one) => (one.line > last ? moved(one) : one));
  const isSameStem = question.body.stem === entry.question.body.stem;
  return { ...before, lines, loose, entries: isSameStem ? entries : named(entries, lines) };
}

/**
 * Whether a block means the same wherever it stands: a bare number begins a question by what stands around it, and a category,
 * whether it comes or goes, holds for the questions behind it as well.
 */
const isOfItself = ([first = '', ...others]: readonly string[]): boolean =>
  beginsByWord(first) && others.every((line) => !numberedQuestion(line) && fieldOfLine(line)?.name !== 'category');

/** A paper may tell keys behind its questions, in tables and lists of many layouts: then no question says all of itself. */
function hasLinesBetween({ lines, entries }: ReadSource): boolean {
  let next = 0;
  return lines.some((text, at) => {
    const line = at + 1;
    while (next < entries.length && entries[next]!.until < line) next += 1;
    const isWithin = next < entries.length && entries[next]!.from <= line;
    const isBefore = line < (entries[0]?.from ?? Number.POSITIVE_INFINITY);
    return !isWithin && !isBefore && text.trim() !== '' && kindOf(text, { numbered: false }).kind !== 'section';
  });
}

/** The only question of a block that reaches to its end without a doubt; null for anything else. */
function readAlone({ format, isRich }: ReadSource, block: readonly string[]): ReadQuestion | null {
  const head = isRich ? [richMark] : [];
  const { questions, problems } = parseSource([...head, ...block].join('\n'), format);
  const [question] = questions;
  const isWhole = question?.line === head.length + 1 && question.untilLine === head.length + block.length;
  return question && questions.length === 1 && problems.length === 0 && isWhole ? question : null;
}

const named = (entries: readonly SourceEntry[], lines: readonly string[]): SourceEntry[] => {
  const stems = entries.map(({ question, guess, from }) => (question ?? guess)?.body.stem ?? lines[from - 1] ?? '');
  return questionKeys(stems).map((key, at) => ({ ...entries[at]!, key }));
};

function shifted(entry: SourceEntry, delta: number): SourceEntry {
  const { question } = entry;
  return {
    ...{ ...entry, from: entry.from + delta, until: entry.until + delta },
    question: question && { ...question, line: question.line + delta, untilLine: question.untilLine + delta },
    problems: entry.problems.map((problem) => ({ ...problem, line: problem.line + delta })),
  };
}

/** The first line that differs, from 1, and how many lines more there are. */
function changed(before: readonly string[], after: readonly string[]): { first: number; delta: number } {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
  return { first: same + 1, delta: after.length - before.length };
}

/** The last line of the text before that is not there any more or has lines put before it. */
function lastChanged(before: readonly string[], after: readonly string[]): number {
  const { first } = changed(before, after);
  let same = 0;
  const most = Math.min(before.length, after.length) - (first - 1);
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return Math.max(first, before.length - same);
}
