import type { FormatProblem } from '../formats/read-question.ts';
import { typeWords } from '../formats/text/extended/field-words.ts';
import { inlineOptions, optionsIn } from '../formats/text/split-options.ts';
import { keyEdits, NUMBER, numberOf, optionsOfLines, tableEdits } from './key-edits.ts';
import type { ReadSource, SourceEntry } from './read-source.ts';
import { linePlaces, type TextEdit } from './text-edit.ts';

/** What a mend does, for its words; `detail` is the letter or number that it names. */
export type MendCode =
  | 'set-key'
  | 'reletter'
  | 'renumber'
  | 'say-true'
  | 'say-false'
  | 'say-essay'
  | 'part-options'
  | 'close-answers'
  | 'escape-braces'
  | 'remove-lines'
  | 'remove-key';

export interface Mend {
  code: MendCode;
  detail: string;
  edits: TextEdit[];
}

/** What could be done about a problem, the likeliest first; empty where only the author knows. Changes nothing itself. */
export function mendsOf(source: string, read: ReadSource, entry: SourceEntry | null, problem: FormatProblem): Mend[] {
  if (!entry) return looseMends(source, read, problem);
  switch (problem.code) {
    case 'no-key':
    case 'key-not-an-option':
      return keyMends(source, read, entry, lettersOf(read, entry));
    case 'key-differs':
      return keyMends(source, read, entry, [...new Set(problem.detail.match(/[A-H]/g) ?? [])]);
    case 'option-out-of-order':
      return reletter(source, read, entry);
    case 'number-twice':
      return renumber(source, read, entry);
    case 'no-options':
      return read.format === 'text' ? [...partings(source, read, entry), ...openMends(source, entry)] : [];
    case 'one-option':
      return read.format === 'text' ? partings(source, read, entry) : [];
    case 'unclosed-answers':
      return [closing(source, entry)];
    case 'stray-brace':
      return [escapeBraces(source, problem.line)];
    case 'stray-text':
    case 'not-a-question':
      return [removal(source, entry.from, entry.until)];
    default:
      return [];
  }
}

function looseMends(source: string, read: ReadSource, problem: FormatProblem): Mend[] {
  if (problem.code === 'stray-text') return [removal(source, problem.line, problem.line)];
  if (problem.code === 'key-for-no-question' && problem.detail === '')
    return [removal(source, problem.line, problem.line)];
  if (problem.code === 'key-for-no-question' && read.format === 'text')
    return tableEdits(source, read, { number: Number(problem.detail), section: '' }, null).map((edit) => ({
      ...{ code: 'remove-key', detail: problem.detail },
      edits: [edit],
    }));
  return [];
}

function lettersOf(read: ReadSource, entry: SourceEntry): string[] {
  const body = (entry.question ?? entry.guess)?.body;
  const listed = body && 'options' in body ? body.options.length : optionsOfLines(read, entry).length;
  return Array.from({ length: listed }, (_, at) => String.fromCharCode(65 + at));
}

const keyMends = (source: string, read: ReadSource, entry: SourceEntry, letters: readonly string[]): Mend[] =>
  letters.flatMap((letter) => {
    const edits = keyEdits(source, read, entry, [letter]);
    return edits.length === 0 ? [] : [{ code: 'set-key' as const, detail: letter, edits }];
  });

/** The letters of the options in their order; the key goes with its option. */
function reletter(source: string, read: ReadSource, entry: SourceEntry): Mend[] {
  const place = linePlaces(source);
  const listed = optionsOfLines(read, entry);
  const edits = listed.flatMap(({ line, at, letter }, index): TextEdit[] => {
    const due = String.fromCharCode(65 + index);
    if (letter === due) return [];
    const text = read.lines[line - 1]!;
    const letterAt = at + text.slice(at).search(/[A-Ha-h]/);
    const from = place(line).from + letterAt;
    const isSmall = text[letterAt] === text[letterAt]?.toLowerCase();
    return [{ from, until: from + 1, text: isSmall ? due.toLowerCase() : due }];
  });
  if (edits.length === 0) return [];
  const right = placesOfKey(entry);
  const isMoved = right.some((at) => listed[at] && listed[at].letter !== nthLetter(at));
  // A star stands before its option and moves with it.
  const isByLetter = isMoved && !listed.some(({ isStarred }) => isStarred);
  const moved = isByLetter ? keyEdits(source, read, entry, right.map(nthLetter)) : [];
  return [{ code: 'reletter', detail: nthLetter(listed.length - 1), edits: [...edits, ...moved] }];
}

const nthLetter = (at: number) => String.fromCharCode(65 + at);

/** Which options are right, from 0, as the question was understood. */
function placesOfKey({ question }: SourceEntry): number[] {
  const body = question?.body;
  if (body?.type !== 'single' && body?.type !== 'multiple') return [];
  const right: readonly string[] = body.type === 'single' ? [body.correct] : body.correct;
  return body.options.flatMap(({ id }, at) => (right.includes(id) ? [at] : []));
}

/** The number after the greatest one of the source. */
function renumber(source: string, read: ReadSource, entry: SourceEntry): Mend[] {
  const text = read.lines[entry.from - 1] ?? '';
  const found = NUMBER.exec(text);
  if (!found) return [];
  const next = Math.max(0, ...read.entries.map(({ from }) => numberOf(read.lines[from - 1] ?? '') ?? 0)) + 1;
  const until = linePlaces(source)(entry.from).from + found[0].length;
  const edit = { from: until - found[1]!.length, until, text: String(next) };
  return [{ code: 'renumber', detail: String(next), edits: [edit] }];
}

/** A stem without options may be a statement to judge or a question to write about. */
function openMends(source: string, entry: SourceEntry): Mend[] {
  const end = linePlaces(source)(entry.until).until;
  const say = (code: MendCode, text: string): Mend => ({ code, detail: '', edits: [{ from: end, until: end, text }] });
  return [
    say('say-true', '\nĐáp án: Đúng'),
    say('say-false', '\nĐáp án: Sai'),
    say('say-essay', `\nLoại: ${typeWords.essay[0]}`),
  ];
}

/** Options that stand on one line, each given a line of its own: where words are Markdown only a line begins one. */
function partings(source: string, read: ReadSource, entry: SourceEntry): Mend[] {
  for (let line = entry.from; line <= entry.until; line += 1) {
    const text = read.lines[line - 1] ?? '';
    const listed = optionsIn(text, 'A');
    const starts = listed.length > 1 ? listed : (inlineOptions(text) ?? []);
    if (starts.length < 2) continue;
    const { from } = linePlaces(source)(line);
    const edits = starts.flatMap(({ at }): TextEdit[] => {
      const gap = /\s*$/.exec(text.slice(0, at))![0].length;
      return at - gap <= 0 ? [] : [{ from: from + at - gap, until: from + at, text: '\n' }];
    });
    return [{ code: 'part-options', detail: String(starts.length), edits }];
  }
  return [];
}

function closing(source: string, entry: SourceEntry): Mend {
  const end = linePlaces(source)(entry.until).until;
  return { code: 'close-answers', detail: '', edits: [{ from: end, until: end, text: '\n}' }] };
}

function escapeBraces(source: string, line: number): Mend {
  const { from, until } = linePlaces(source)(line);
  const braces = [...source.slice(from, until).matchAll(/(?<!\\)[{}]/g)];
  const edits = braces.map(({ 0: brace, index }) => ({
    from: from + index,
    until: from + index + 1,
    text: `\\${brace}`,
  }));
  return { code: 'escape-braces', detail: '', edits };
}

function removal(source: string, first: number, last: number): Mend {
  const place = linePlaces(source);
  const next = place(last + 1).from;
  const until = next > place(last).from ? next : place(last).until;
  return {
    code: 'remove-lines',
    detail: String(last - first + 1),
    edits: [{ from: place(first).from, until, text: '' }],
  };
}
