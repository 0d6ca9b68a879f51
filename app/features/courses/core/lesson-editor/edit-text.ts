/** A text field with what is selected in it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** One replacement, so that one undo takes it back; then `select` is selected. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
  select: [start: number, end: number];
}

/** Puts signs around the selection, or takes them away where they stand; without a selection it takes the word at the cursor. */
export function wrapped(field: Selected, sign: string, placeholder: string): TextEdit {
  const { text } = field;
  const [start, end] = field.start === field.end ? wordAt(text, field.start) : trimmedRange(text, field);
  const inner = text.slice(start, end);
  const size = sign.length;
  // Of a longer run of signs ('**' around what is asked to be '*') nothing is taken.
  const isAround =
    text.slice(start - size, start) === sign &&
    text.slice(end, end + size) === sign &&
    (size > 1 || (text[start - 2] !== sign && text[end + 1] !== sign));
  if (isAround) return { from: start - size, to: end + size, text: inner, select: [start - size, end - size] };
  const isIn =
    inner.length > 2 * size && inner.startsWith(sign) && inner.endsWith(sign) && (size > 1 || inner[1] !== sign);
  if (isIn) return { from: start, to: end, text: inner.slice(size, -size), select: [start, end - 2 * size] };
  const words = inner === '' ? placeholder : inner;
  return { from: start, to: end, text: sign + words + sign, select: [start + size, start + size + words.length] };
}

export type LinePrefix = 'h2' | 'h3' | 'bullet' | 'number' | 'quote';

/** Turns the selected lines into headings, a list or a quotation; lines that are so already lose it. */
export function prefixed(field: Selected, kind: LinePrefix): TextEdit {
  const [from, to] = linesAround(field);
  const lines = field.text.slice(from, to).split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const isSo = filled.length > 0 && filled.every((line) => marks[kind].test(line));
  let count = 0;
  const changed = lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line;
    const bare = line.replace(kind === 'quote' ? marks.quote : anyMark, '');
    if (isSo) return bare;
    count += 1;
    return kind === 'number' ? `${count}. ${bare}` : prefixes[kind] + bare;
  });
  const text = changed.join('\n');
  const end = from + text.length;
  return { from, to, text, select: field.start === field.end ? [end, end] : [from, end] };
}

const prefixes = { h2: '## ', h3: '### ', bullet: '- ', quote: '> ' } as const;
const marks: Record<LinePrefix, RegExp> = {
  h2: /^## +/,
  h3: /^### +/,
  bullet: /^\s*[-*+] +/,
  number: /^\s*\d+[.)] +/,
  quote: /^> ?/,
};
const anyMark = /^(#{1,6} +|\s*[-*+] +|\s*\d+[.)] +)/;

/**
 * Puts a block on lines of its own, parted by blank lines. `select`: which part of it is to be written over, counted from
 * its beginning.
 */
export function withBlock(
  field: Selected,
  block: string,
  select: [number, number] = [block.length, block.length],
): TextEdit {
  const { text, start, end } = field;
  const before = text.slice(0, start);
  const after = text.slice(end);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after === '' ? '\n' : after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const at = start + lead.length;
  return { from: start, to: end, text: lead + block + trail, select: [at + select[0], at + select[1]] };
}

/** A block of the lesson's own kinds around what is selected: ':::name title', the text, ':::'. */
export function withContainer(field: Selected, head: string, placeholder: string): TextEdit {
  const chosen = field.text.slice(field.start, field.end).trim();
  const inner = chosen === '' ? placeholder : chosen;
  // Around another block the marks must be more than its own.
  const longest = Math.max(2, ...[...inner.matchAll(/^:{3,}/gm)].map(([colons]) => colons.length));
  const fence = ':'.repeat(longest + 1);
  const from = fence.length + 1 + head.length + 1;
  return withBlock(field, `${fence} ${head}\n${inner}\n${fence}`, [from, from + inner.length]);
}

/** An empty table with a head. */
export function tableBlock(columns: number, rows: number, { head, cell }: { head: string; cell: string }): string {
  const line = (text: (column: number) => string) =>
    `| ${Array.from({ length: columns }, (_, column) => text(column)).join(' | ')} |`;
  const body = Array.from({ length: rows }, () => line(() => cell));
  return [line((column) => `${head} ${column + 1}`), line(() => '---'), ...body].join('\n');
}

/** What Enter does within a list, a quotation or a table: the next line begins alike; on an empty item the list ends. Null = as ever. */
export function continued({ text, start, end }: Selected): TextEdit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const item = /^(\s*)(?:([-*+])|(\d+)([.)]))( +)|^(> ?)/.exec(line);
  if (!item) return null;
  const [mark, indent = '', bullet, number, dot, gap = ' '] = item;
  if (line.length === mark.length) return { from, to: start, text: '', select: [from, from] };
  const next = bullet ? indent + bullet + gap : number ? `${indent}${Number(number) + 1}${dot}${gap}` : mark;
  const at = start + 1 + next.length;
  return { from: start, to: start, text: `\n${next}`, select: [at, at] };
}

/** Tab within a list: deeper or less deep. Null where the cursor stands in no list, so that Tab goes on to the next field. */
export function indented(field: Selected, by: 1 | -1): TextEdit | null {
  const [from, to] = linesAround(field);
  const lines = field.text.slice(from, to).split('\n');
  if (!lines.some((line) => marks.bullet.test(line) || marks.number.test(line))) return null;
  const text = lines.map((line) => (by === 1 ? `   ${line}` : line.replace(/^ {1,3}/, ''))).join('\n');
  const moved = text.length - (to - from);
  const end = from + text.length;
  const cursor = Math.max(from, field.start + moved);
  return { from, to, text, select: field.start === field.end ? [cursor, cursor] : [from, end] };
}

function linesAround({ text, start, end }: Selected): [number, number] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the beginning of a line does not mean that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = text.indexOf('\n', last);
  return [from, to < 0 ? text.length : to];
}

const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign);

function wordAt(text: string, place: number): [number, number] {
  let [start, end] = [place, place];
  while (isWord(text[start - 1])) start -= 1;
  while (isWord(text[end])) end += 1;
  return [start, end];
}

function trimmedRange(text: string, { start, end }: Selected): [number, number] {
  const chosen = text.slice(start, end);
  if (chosen.trim() === '') return [start, end];
  return [start + (chosen.length - chosen.trimStart().length), end - (chosen.length - chosen.trimEnd().length)];
}
