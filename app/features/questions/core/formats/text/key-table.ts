const PAIR = /(?:câu\s*)?(\d{1,4})\s*[.:)\-–]?\s*([A-H])(?![\p{L}\p{N}])/giu;
const CELLS = /[\s|]+/;

/**
 * Question numbers and their letters from the lines of a table of keys: '1-A 2.B 3C', one to the line, or a row of
 * numbers above a row of letters. Null where a line is none of these: the table ended before it.
 */
export class KeyTable {
  readonly keys = new Map<number, string>();
  /** Numbers that stand twice with different letters. */
  readonly twice = new Set<number>();
  #numbers: number[] | null = null;

  /** Takes a line; false when it does not belong to a table. */
  take(text: string): boolean {
    const cells = text.split(CELLS).filter((cell) => cell !== '' && !/^(câu|đáp|án|đa|số)[.:]?$/iu.test(cell));
    if (cells.length === 0) return true;
    if (cells.every((cell) => /^\d{1,4}[.:)]?$/.test(cell))) {
      this.#numbers = cells.map((cell) => Number.parseInt(cell, 10));
      return true;
    }
    const numbers = this.#numbers;
    this.#numbers = null;
    if (numbers && cells.every((cell) => /^[A-H]$/i.test(cell)) && cells.length === numbers.length) {
      for (const [index, number] of numbers.entries()) this.#set(number, cells[index]!);
      return true;
    }
    const pairs = [...text.matchAll(PAIR)];
    const rest = text.replace(PAIR, '').replace(/[\s,;|.–-]+/g, '');
    if (pairs.length === 0 || rest.length > pairs.length * 2) return false;
    for (const [, number, letter] of pairs) this.#set(Number(number), letter!);
    return true;
  }

  #set(number: number, letter: string): void {
    const key = letter.toUpperCase();
    if ((this.keys.get(number) ?? key) !== key) this.twice.add(number);
    this.keys.set(number, key);
  }
}
