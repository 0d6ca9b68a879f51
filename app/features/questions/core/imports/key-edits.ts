import { KeyTable } from '../formats/text/key-table.ts';
import { kindOf } from '../formats/text/line-kinds.ts';
import { inlineOptions, looksLikeOption, type OptionStart, optionsIn } from '../formats/text/split-options.ts';
import type { ReadSource, SourceEntry } from './read-source.ts';
import { linePlaces, type TextEdit } from './text-edit.ts';

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

/** The number by which a line begins a question. */
export const NUMBER = /^\s*(?:câu(?:\s+hỏi)?|cau|bài|question)?\s*(?:số\s*)?(\d{1,4})(?!\d)/iu;
export const numberOf = (text: string): number | null => {
  const found = NUMBER.exec(text.normalize('NFC'));
  return found ? Number(found[1]) : null;
};

/** The place of a number in the table of keys at the end of a paper, given another letter or, with null, taken out. */
export function tableEdits(
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
