import { fieldOfLine } from '../formats/text/extended/field-lines.ts';
import { richMark } from '../formats/text/extended/read-rich.ts';
import { kindOf } from '../formats/text/line-kinds.ts';
import { optionsOfLines } from './key-edits.ts';
import type { ReadSource, SourceEntry } from './read-source.ts';

/** What was understood of a stretch of a line. `none`: it belongs to no question. */
export type MarkKind = 'stem' | 'option' | 'key' | 'right' | 'explanation' | 'heading' | 'table' | 'blank' | 'none';

export interface MarkedLine {
  line: number;
  /** The sign in the margin. */
  kind: MarkKind;
  /** Something here is doubtful. */
  isDoubtful: boolean;
  /** The whole line in order; their texts give the line again. */
  parts: { text: string; kind: MarkKind }[];
}

/** The lines of one question, each with what was understood of it. */
export function markEntry(read: ReadSource, entry: SourceEntry): MarkedLine[] {
  const doubtful = new Set(entry.problems.filter(({ severity }) => severity !== 'hint').map(({ line }) => line));
  const lines: MarkedLine[] = [];
  const marks = read.format === 'gift' ? giftKinds(read, entry) : paperKinds(read, entry);
  for (let line = entry.from; line <= entry.until; line += 1) {
    const text = read.lines[line - 1] ?? '';
    const parts = text.trim() === '' ? [{ text, kind: 'blank' as const }] : marks(line, text);
    const kind = parts.find((part) => part.kind === 'right')?.kind ?? parts.at(-1)?.kind ?? 'blank';
    lines.push({ line, kind, isDoubtful: doubtful.has(line), parts });
  }
  return lines;
}

/** The lines between two questions: headings, the table of keys, and what nobody understood. */
export function markGap(read: ReadSource, from: number, until: number, isInTable: boolean): MarkedLine[] {
  const doubtful = new Set(read.loose.map(({ line }) => line));
  let table = isInTable;
  return read.lines.slice(from - 1, until).map((text, at) => {
    const { kind } = kindOf(text, { numbered: false });
    if (kind === 'table') table = true;
    const isHeading = kind === 'section' || fieldOfLine(text)?.name === 'category' || text.trim() === richMark;
    const found: MarkKind =
      text.trim() === '' ? 'blank' : isHeading ? 'heading' : table && read.format === 'text' ? 'table' : 'none';
    return { line: from + at, kind: found, isDoubtful: doubtful.has(from + at), parts: [{ text, kind: found }] };
  });
}

type Marker = (line: number, text: string) => MarkedLine['parts'];

/** How many letters are right, by their place. */
function rightPlaces(entry: SourceEntry): Set<number> {
  const body = entry.question?.body;
  if (body?.type === 'single') return new Set([body.options.findIndex(({ id }) => id === body.correct)]);
  if (body?.type !== 'multiple') return new Set();
  return new Set(body.options.flatMap(({ id }, at) => (body.correct.includes(id) ? [at] : [])));
}

function paperKinds(read: ReadSource, entry: SourceEntry): Marker {
  const options = optionsOfLines(read, entry);
  const right = rightPlaces(entry);
  const first = options[0]?.line ?? entry.until + 1;
  let mode: MarkKind = 'stem';
  let last: MarkKind = 'option';
  return (line, text) => {
    const here = options.flatMap((option, place) => (option.line === line ? [{ ...option, place }] : []));
    if (here.length > 0) {
      const parts: MarkedLine['parts'] = [];
      if (here[0]!.at > 0 && text.slice(0, here[0]!.at).trim() !== '')
        parts.push({ text: text.slice(0, here[0]!.at), kind: 'stem' });
      const from = parts[0]?.text.length ?? 0;
      here.forEach(({ place, at }, index) => {
        last = right.has(place) ? 'right' : 'option';
        const until = here[index + 1]?.at ?? text.length;
        parts.push({ text: text.slice(index === 0 ? from : at, until), kind: last });
      });
      return parts;
    }
    const { kind } = kindOf(text, { numbered: false });
    if (kind === 'key' || /^\s*ANSWER:/i.test(text)) {
      mode = 'explanation';
      return [{ text, kind: 'key' }];
    }
    if (kind === 'explanation') mode = 'explanation';
    if (mode === 'explanation') return [{ text, kind: 'explanation' }];
    return [{ text, kind: line < first ? 'stem' : last }];
  };
}

/** GIFT: answers stand between braces, '=' before the right ones, '####' before the explanation. */
function giftKinds(_read: ReadSource, _entry: SourceEntry): Marker {
  let depth = 0;
  let inNote = false;
  return (_line, text) => {
    const parts: MarkedLine['parts'] = [];
    const put = (piece: string, kind: MarkKind) => piece !== '' && parts.push({ text: piece, kind });
    if (/^\s*\/\//.test(text)) return [{ text, kind: 'none' }];
    let from = 0;
    let kind: MarkKind = depth === 0 ? 'stem' : inNote ? 'explanation' : 'option';
    for (const found of text.matchAll(/\\.|[{}=~]|####/g)) {
      const sign = found[0];
      if (sign.startsWith('\\')) continue;
      if (depth === 0 && sign !== '{') continue;
      put(text.slice(from, found.index), kind);
      from = found.index;
      if (sign === '{') [depth, inNote, kind] = [1, false, 'option'];
      else if (sign === '####') [inNote, kind] = [true, 'explanation'];
      else if (sign === '}') {
        put(text.slice(from, found.index + 1), kind);
        from = found.index + 1;
        [depth, inNote, kind] = [0, false, 'stem'];
      } else if (!inNote) kind = sign === '=' || /^~%(?!-|0%)/.test(text.slice(found.index)) ? 'right' : 'option';
    }
    put(text.slice(from), kind);
    return parts.length === 0 ? [{ text, kind: 'blank' }] : parts;
  };
}
