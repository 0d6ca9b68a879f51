import type { WordBlock, WordTable } from '#app/kernel/word/word-document.ts';
import type { Run, SourceLine } from '../text/source-line.ts';
import { lineText } from '../text/source-line.ts';
import { looksLikeOption } from '../text/split-options.ts';

/**
 * What a table of a paper is there for. frame: it only places what is in it. options: its cells are options. questions: a
 * question to the row, its parts in columns. grid: keys by number. data: it says something as a table.
 */
export type TableRole = 'frame' | 'options' | 'questions' | 'grid' | 'data';

const QUESTION = /^\s*(?:câu|bài)\s*(?:hỏi\s*)?\d+/imu;
const KEY_CELL =
  /^(\d{1,4}[.:)]?|[A-H][.]?|\d{1,4}\s*[.:)\-–]?\s*[A-H]|[đsĐS]{2,8}|câu(?:\s+hỏi)?(?:\s+\d+)?|đáp\s*án|đ\/?a|stt|số|key|mã đề.*|\d{3})$/iu;
const HEAD: Record<string, RegExp> = {
  number: /^(stt|tt|số\s*tt|câu(?:\s+số)?|số|#)$/iu,
  stem: /^(?:nội\s+dung(?:\s+câu\s+hỏi)?|câu\s+hỏi|đề\s+bài|nội\s+dung\s+hỏi)$/iu,
  key: /^(?:đáp\s*án(?:\s+đúng)?|đ\/?a|key|phương\s+án\s+đúng|trả\s+lời)$/iu,
  explanation: /^(?:lời\s+giải|giải\s+thích|hướng\s+dẫn(?:\s+giải)?|căn\s+cứ|ghi\s+chú)$/iu,
};
const OPTION_HEAD = /^(?:phương\s+án\s+|đáp\s+án\s+|lựa\s+chọn\s+)?([A-H])[.)]?$/iu;
const LONE_LETTER = /^\s*[*@#]?\s*\(?[A-Ha-h]\s*[.)]?\s*$/u;

export function tableRole({ rows }: WordTable, textOf: (blocks: readonly WordBlock[]) => string): TableRole {
  const texts = rows.map((cells) => cells.map((blocks) => textOf(blocks).trim()));
  const cells = texts.flat().filter((text) => text !== '');
  if (cells.length === 0) return 'frame';
  if (Math.max(...rows.map((row) => row.length)) === 1) return 'frame';
  if (columnsOf(texts[0] ?? [])) return 'questions';
  if (cells.every((text) => KEY_CELL.test(text)) && cells.some((text) => /[A-HĐS]/i.test(text))) return 'grid';
  if (cells.some((text) => QUESTION.test(text))) return 'frame';
  const letters = cells.map(
    (text) => looksLikeOption(text)?.letter ?? (LONE_LETTER.test(text) ? letterOf(text) : null),
  );
  if (letters.includes('A') && letters.includes('B')) {
    const isEach = letters.every((letter) => letter !== null);
    const isPaired = cells.every((_, index) => letters[index] !== null || LONE_LETTER.test(cells[index - 1] ?? ''));
    if (isEach || isPaired) return 'options';
  }
  return 'data';
}

const letterOf = (text: string): string => /[A-H]/i.exec(text)![0].toUpperCase();

interface Columns {
  number: number;
  stem: number;
  key: number;
  explanation: number;
  options: { letter: string; at: number }[];
}

/** The columns of a paper that is one table, by its first row; null for none. */
function columnsOf(head: readonly string[]): Columns | null {
  const at = (name: string) => head.findIndex((text) => HEAD[name]!.test(text));
  const options = head.flatMap((text, index) => {
    const letter = OPTION_HEAD.exec(text)?.[1]?.toUpperCase();
    return letter === undefined ? [] : [{ letter, at: index }];
  });
  const columns = { number: at('number'), stem: at('stem'), key: at('key'), explanation: at('explanation'), options };
  const areInOrder = options.every(({ letter }, index) => letter === String.fromCharCode(65 + index));
  return columns.stem !== -1 && areInOrder && (options.length > 1 || columns.key !== -1) ? columns : null;
}

/** The lines of a table that is none: of a frame as they stand, of options in the order of their letters. */
export function unwrapped(
  { rows }: WordTable,
  role: Exclude<TableRole, 'grid' | 'data'>,
  linesOf: (blocks: readonly WordBlock[]) => SourceLine[],
): SourceLine[] {
  if (role === 'frame') return rows.flatMap((cells) => cells.flatMap((blocks) => linesOf(blocks)));
  if (role === 'questions') return questionLines(rows, linesOf);
  const cells = rows
    .flat()
    .map(linesOf)
    .filter((lines) => lines.some((line) => lineText(line).trim() !== ''));
  const options: SourceLine[][] = [];
  for (const lines of cells) {
    const before = options.at(-1);
    // The letter has a cell of its own, its words the next one.
    if (before && LONE_LETTER.test(before.map(lineText).join(''))) {
      const [first, ...others] = lines;
      const letter = before.flatMap(({ runs }) => runs);
      const sign: Run[] = /[.)]\s*$/.test(lineText({ runs: letter })) ? [{ text: ' ' }] : [{ text: '. ' }];
      options[options.length - 1] = [{ line: first!.line, runs: [...letter, ...sign, ...first!.runs] }, ...others];
    } else options.push(lines);
  }
  const place = (lines: readonly SourceLine[]) =>
    looksLikeOption(lines.map(lineText).find((text) => text.trim() !== '') ?? '')?.letter ?? 'Z';
  // Columns may run downwards: A and B in the first one, C and D in the second.
  return options.sort((a, b) => place(a).localeCompare(place(b))).flat();
}

/** A paper in columns, line by line: 'Câu 3. …', 'A. …', 'Đáp án: B'. */
function questionLines(rows: WordTable['rows'], linesOf: (blocks: readonly WordBlock[]) => SourceLine[]): SourceLine[] {
  const read = rows.map((cells) => cells.map((blocks) => linesOf(blocks)));
  const text = (lines: readonly SourceLine[] | undefined) => (lines ?? []).map(lineText).join(' ').trim();
  const columns = columnsOf((read[0] ?? []).map(text))!;
  const behind = (words: string, lines: readonly SourceLine[] | undefined): SourceLine[] => {
    const [first, ...others] = lines ?? [];
    return first ? [{ line: first.line, runs: [{ text: words }, ...first.runs] }, ...others] : [];
  };
  return read.slice(1).flatMap((cells, index) => {
    if (text(cells[columns.stem]) === '') return [];
    const number = /\d{1,4}/.exec(text(cells[columns.number]))?.[0] ?? String(index + 1);
    const stem = cells[columns.stem];
    const isNumbered = QUESTION.test(text(stem));
    return [
      ...(isNumbered ? stem! : behind(`Câu ${number}. `, stem)),
      ...columns.options.flatMap(({ letter, at }) => {
        if (text(cells[at]) === '') return [];
        return looksLikeOption(text(cells[at])) ? cells[at]! : behind(`${letter}. `, cells[at]);
      }),
      ...(text(cells[columns.key]) === '' ? [] : behind('Đáp án: ', cells[columns.key])),
      ...(text(cells[columns.explanation]) === '' ? [] : behind('Giải thích: ', cells[columns.explanation])),
    ];
  });
}
