import type { FormatProblem } from '../formats/read-question.ts';
import { KeyTable } from '../formats/text/key-table.ts';
import { kindOf } from '../formats/text/line-kinds.ts';
import { inlineOptions, looksLikeOption, type OptionStart, optionsIn } from '../formats/text/split-options.ts';
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
      return read.format === 'text' ? openMends(source, entry) : [];
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

/** The options of an entry as they stand in its lines. */
export function optionsOfLines(read: ReadSource, entry: SourceEntry): (OptionStart & { line: number })[] {
  const found: (OptionStart & { line: number })[] = [];
  for (let line = entry.from; line <= entry.until; line += 1) {
    const text = read.lines[line - 1] ?? '';
    if (found.length > 0 && kindOf(text, { numbered: false }).kind === 'key') break;
    const due = String.fromCharCode(65 + found.length);
    const inOrder = optionsIn(text, due);
    const inline = inOrder.length > 0 || found.length > 0 || read.isRich ? [] : (inlineOptions(text) ?? []);
    const here = inOrder.length > 0 ? inOrder.slice(0, read.isRich ? 1 : inOrder.length) : inline;
    const odd = here.length === 0 && found.length > 0 ? looksLikeOption(text) : null;
    found.push(...(odd ? [odd] : here).map((start) => ({ ...start, line })));
  }
  return found;
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

/**
 * The edits that make these letters the key of an entry, wherever its format and its author write keys: its own line, the
 * table at the end, a star before the option. Empty where the format needs more than that.
 */
export function keyEdits(source: string, read: ReadSource, entry: SourceEntry, letters: readonly string[]): TextEdit[] {
  const place = linePlaces(source);
  if (read.format === 'gift') return giftKeyEdits(source, read, entry, letters);
  const said = letters.join(', ');
  const isText = read.format === 'text';
  const edits: TextEdit[] = [];
  let isSaid = false;
  for (let line = entry.from; line <= entry.until; line += 1) {
    const text = read.lines[line - 1] ?? '';
    const { from, until } = place(line);
    const aiken = /^(\s*ANSWER:\s*)\S*/i.exec(text);
    const kind = isText ? kindOf(text, { numbered: false }) : null;
    if (!isText && aiken) edits.push({ from, until, text: aiken[1]! + letters[0] });
    else if (kind?.kind === 'key') edits.push(keyLineEdit(text, from, said));
    isSaid ||= edits.length > 0;
  }
  for (const { line, at, isStarred } of isText ? optionsOfLines(read, entry) : []) {
    const { from } = place(line);
    if (!isStarred) continue;
    const star = from + at + read.lines[line - 1]!.slice(at).search(/[*@#]/);
    edits.push({ from: star, until: star + 1, text: '' });
  }
  const number = isText ? numberOf(read.lines[entry.from - 1] ?? '') : null;
  if (number !== null && letters.length === 1) {
    const listed = tableEdits(source, read, { number, section: entry.question?.category ?? '' }, letters[0]!);
    edits.push(...listed);
    isSaid ||= listed.length > 0;
  }
  if (isSaid) return edits;
  const options = isText ? optionsOfLines(read, entry) : [];
  const after = options.at(-1)?.line ?? entry.until;
  const end = place(lastOfOption(read, entry, after)).until;
  return [...edits, { from: end, until: end, text: isText ? `\nĐáp án: ${said}` : `\nANSWER: ${letters[0]}` }];
}

/** 'Đáp án: B. Vì ...' keeps what stands behind the letters. */
function keyLineEdit(text: string, from: number, said: string): TextEdit {
  const after = /^(\s*(?:=>\s*)?[^:.]*[:.]\s*)((?:[A-Ha-h](?:\s*(?:[,;&/+]|và)\s*[A-Ha-h])*)(?![\p{L}]))?/u.exec(text);
  if (!after) return { from, until: from + text.length, text: `Đáp án: ${said}` };
  const start = from + after[1]!.length;
  return after[2] === undefined
    ? { from: start, until: from + text.length, text: said }
    : { from: start, until: start + after[2].length, text: said };
}

/** The last line of the words of an option that begins on `line`. */
function lastOfOption(read: ReadSource, entry: SourceEntry, line: number): number {
  let last = line;
  for (let next = line + 1; next <= entry.until; next += 1) {
    const text = read.lines[next - 1] ?? '';
    if (text.trim() === '' || kindOf(text, { numbered: false }).kind !== 'text') break;
    last = next;
  }
  return last;
}

const NUMBER = /^\s*(?:câu(?:\s+hỏi)?|cau|bài|question)?\s*(?:số\s*)?(\d{1,4})(?!\d)/iu;
const numberOf = (text: string): number | null => {
  const found = NUMBER.exec(text.normalize('NFC'));
  return found ? Number(found[1]) : null;
};

/** The place of a number in the table of keys at the end of a paper, given another letter or, with null, taken out. */
function tableEdits(
  source: string,
  read: ReadSource,
  { number, section }: { number: number; section: string },
  letter: string | null,
): TextEdit[] {
  const start = read.lines.findLastIndex((line) => kindOf(line, { numbered: false }).kind === 'table');
  if (start === -1) return [];
  const place = linePlaces(source);
  const table = new KeyTable();
  for (let at = start + 1; at < read.lines.length; at += 1) {
    const text = read.lines[at]!;
    const kind = kindOf(text, { numbered: false });
    if (kind.kind === 'section') table.begin(kind.title);
    const before = table.keyOf(section, number);
    if (kind.kind === 'section' || !table.take(text) || before || !table.keyOf(section, number)) continue;
    const { from } = place(at + 1);
    const sign = `((?:câu\\s*)?(?<!\\d)${number}\\s*[.:)\\-–]?\\s*)([A-H])(?![\\p{L}\\p{N}])`;
    const pair = new RegExp(sign, 'iu').exec(text);
    if (!pair) return letter === null ? [] : rowEdit(read.lines[at - 1] ?? '', text, number, letter, from);
    const [whole, head = ''] = pair;
    const until = from + pair.index + whole.length;
    if (letter === null) return [{ from: from + pair.index, until, text: '' }];
    return [{ from: from + pair.index + head.length, until, text: letter }];
  }
  return [];
}

/** A row of numbers above a row of letters: the letter in the same cell. */
function rowEdit(numbers: string, letters: string, number: number, letter: string, from: number): TextEdit[] {
  const cells = [...numbers.matchAll(/\d{1,4}/g)];
  const column = cells.findIndex(([cell]) => Number(cell) === number);
  const cell = [...letters.matchAll(/(?<![\p{L}\p{N}])[A-H](?![\p{L}\p{N}])/giu)].slice(-cells.length)[column];
  return column === -1 || !cell ? [] : [{ from: from + cell.index, until: from + cell.index + 1, text: letter }];
}

/** GIFT marks answers one by one: '=' is right, '~' is wrong. */
function giftKeyEdits(source: string, read: ReadSource, entry: SourceEntry, letters: readonly string[]): TextEdit[] {
  const place = linePlaces(source);
  const [from, until] = [place(entry.from).from, place(entry.until).until];
  const text = source.slice(from, until);
  const open = /(?<!\\)\{/.exec(text);
  if (!open || letters.length !== 1) return [];
  const signs = [...text.slice(open.index).matchAll(/(?<!\\)[=~](%-?[\d.]+%)?/g)];
  const body = (entry.question ?? entry.guess)?.body;
  if (body?.type !== 'single' || signs.length !== body.options.length || read.format !== 'gift') return [];
  const right = letters[0]!.charCodeAt(0) - 65;
  return signs.map((sign, at) => {
    const start = from + open.index + sign.index;
    return { from: start, until: start + sign[0].length, text: at === right ? '=' : '~' };
  });
}

/** The letters of the options in their order. */
function reletter(source: string, read: ReadSource, entry: SourceEntry): Mend[] {
  const place = linePlaces(source);
  const edits = optionsOfLines(read, entry).flatMap(({ line, at, letter }, index): TextEdit[] => {
    const due = String.fromCharCode(65 + index);
    if (letter === due) return [];
    const text = read.lines[line - 1]!;
    const letterAt = at + text.slice(at).search(/[A-Ha-h]/);
    const from = place(line).from + letterAt;
    const isSmall = text[letterAt] === text[letterAt]?.toLowerCase();
    return [{ from, until: from + 1, text: isSmall ? due.toLowerCase() : due }];
  });
  const last = String.fromCharCode(64 + optionsOfLines(read, entry).length);
  return edits.length === 0 ? [] : [{ code: 'reletter', detail: last, edits }];
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
    say('say-essay', '\nHướng dẫn trả lời: chấm theo ý chính.'),
  ];
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
