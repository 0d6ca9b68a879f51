import { truthsOf } from './line-kinds.ts';

const PAIR = /(?:câu\s*)?(\d{1,4})\s*[.:)\-–]?\s*([A-H])(?![\p{L}\p{N}])/giu;
const TRUTH_ROW =
  /^\s*(?:câu\s*)?(\d{1,4})\s*[.:)\-–]?\s+(\S.*)$|^\s*(?:câu\s*)?(\d{1,4})\s*[.:)\-–]?\s*([đs]{2,8})\s*$/iu;
const CELLS = /[\s|]+/;
const HEAD = /^(câu|câu hỏi|số|stt|đáp|án|đáp án|đa|đ\/a|key|mã đề|mã|đề)[.:]?$/iu;

/** What a table of keys says of one question. */
export interface TableKey {
  letter: string;
  truths: boolean[];
}

/** The part of a paper that a title opens, as far as it tells parts apart: 'PHẦN II. Tự luận' is 'phần ii'. */
export const partOf = (title: string): string => {
  const match = /(phần|chương|mục|chuyên\s+đề)\s+(?:thứ\s+)?([\p{L}\p{N}]+)/iu.exec(
    title.normalize('NFC').toLowerCase(),
  );
  return match ? `${match[1]} ${match[2]}` : title.toLowerCase().trim();
};

/**
 * Question numbers and their letters from the lines of a table of keys: '1-A 2.B 3C', one to the line, a row of numbers
 * above a row of letters, 'Câu 2: ĐSĐS'; by the parts of the paper where the table names them.
 */
export class KeyTable {
  /** By part and number; the part is empty where the table names none. */
  readonly #keys = new Map<string, TableKey & { number: number; part: string; line: number }>();
  /** Names whose key stands twice, differently. */
  readonly #twice = new Set<string>();
  #part = '';
  #numbers: number[] | null = null;

  /** What follows is of this part of the paper. */
  begin(title: string): void {
    this.#part = partOf(title);
    this.#numbers = null;
  }

  /** Takes a line; false when it does not belong to a table. */
  take(text: string, line = 0): boolean {
    const numbers = this.#numbers;
    const cells = cellsOf(text);
    if (cells.length === 0) return true;
    if (cells.every((cell) => /^\d{1,4}[.:)]?$/.test(cell))) {
      this.#numbers = cells.map((cell) => Number.parseInt(cell, 10));
      return true;
    }
    this.#numbers = null;
    if (numbers) {
      const letters = rowOf(text, numbers.length);
      if (letters) {
        for (const [index, number] of numbers.entries())
          this.set(number, { letter: letters[index]!, truths: [] }, line);
        return true;
      }
    }
    const row = TRUTH_ROW.exec(text);
    const truths = row ? truthsOf(row[2] ?? row[4]!) : [];
    if (row && truths.length > 1) {
      this.set(Number(row[1] ?? row[3]), { letter: '', truths }, line);
      return true;
    }
    const pairs = [...text.matchAll(PAIR)];
    const rest = text.replace(PAIR, '').replace(/[\s,;|.–-]+/g, '');
    if (pairs.length === 0 || rest.length > pairs.length * 2) return false;
    for (const [, number, letter] of pairs)
      this.set(Number(number), { letter: letter!.toUpperCase(), truths: [] }, line);
    return true;
  }

  set(number: number, key: TableKey, line: number): void {
    const name = `${this.#part}\n${number}`;
    const before = this.#keys.get(name);
    if (before && (before.letter !== key.letter || before.truths.join() !== key.truths.join())) this.#twice.add(name);
    this.#keys.set(name, { ...key, number, part: this.#part, line });
  }

  /** The key of a question; the part counts only where the table has parts. */
  keyOf(section: string, number: number): TableKey | null {
    return this.#keys.get(`${partOf(section)}\n${number}`) ?? this.#keys.get(`\n${number}`) ?? null;
  }

  /** Whether the table gives the question two keys. */
  isTwice(section: string, number: number): boolean {
    return this.#twice.has(`${partOf(section)}\n${number}`) || this.#twice.has(`\n${number}`);
  }

  entries(): { number: number; part: string; letter: string; line: number }[] {
    return [...this.#keys.values()];
  }
}

/** Words name a row or a column; 'ĐSSĐ' are truths. */
const isWords = (cell: string): boolean => /\p{L}{3}/u.test(cell) && !/^[đs]+$/iu.test(cell);

const cellsOf = (text: string): string[] => {
  const wide = text.split(/[\t|]/).map((cell) => cell.trim());
  const parts =
    wide.length > 1
      ? wide.flatMap((cell) => (HEAD.test(cell) || isWords(cell) ? [] : cell.split(CELLS)))
      : text.split(CELLS);
  return parts.filter((cell) => cell !== '' && !HEAD.test(cell));
};

/** The letters of a row below as many numbers; a first cell that names the row ('Đáp án', '101') does not count. */
function rowOf(text: string, count: number): string[] | null {
  const cells = cellsOf(text);
  const letters = cells.length === count + 1 && !/^[A-H]$/i.test(cells[0]!) ? cells.slice(1) : cells;
  if (letters.length !== count || !letters.every((cell) => /^[A-H][.]?$/i.test(cell))) return null;
  return letters.map((cell) => cell[0]!.toUpperCase());
}
