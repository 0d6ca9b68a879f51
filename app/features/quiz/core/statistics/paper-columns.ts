import { parsePaper } from '../paper.ts';

/** What stands at one slot of a paper, for statistics. */
export interface PaperColumn {
  readonly questionVersionId: string;
  readonly maxMark: number;
}

/**
 * Which version with which largest mark stands at each slot, as numbers of a dictionary that grows as it reads: papers are
 * read by the thousand, and most of their text is the order of options. Reads the text that `printPaper` writes without
 * parsing it; whatever does not look like it goes through `parsePaper`.
 */
export class PaperColumns {
  readonly #numbers = new Map<string, number>();
  readonly #columns: PaperColumn[] = [];
  readonly #found = new Int32Array(1000);

  /** What a number of `read` stands for. */
  at(column: number): PaperColumn {
    return this.#columns[column]!;
  }

  /** The column of each slot, in the order of the paper. Throws Error for what is no stored paper. */
  read(paper: string): Int32Array {
    const fast = this.#scan(paper);
    if (fast) return fast;
    return Int32Array.from(parsePaper(paper), ({ questionVersionId, maxMark }) =>
      this.#numberOf(`${JSON.stringify(questionVersionId)},${maxMark}`, null),
    );
  }

  /** `{"v":1,"slots":[["question","version",1,["a","b"]],[...]]}`; null where the text is of another form. */
  #scan(paper: string): Int32Array | null {
    // A name that holds a quote or a bracket is rare enough to take the slow way.
    if (!paper.startsWith(START) || paper.includes('\\')) return null;
    let slots = 0;
    let at = START.length;
    while (paper.charCodeAt(at) === BRACKET && paper.charCodeAt(at + 1) === QUOTE) {
      const versionAt = endOfText(paper, at + 1);
      const markAt = endOfText(paper, versionAt);
      const orderAt = paper.indexOf(',', markAt);
      const rowEnd = paper.indexOf(']]', orderAt);
      if (versionAt === 0 || markAt === 0 || orderAt < 0 || rowEnd < 0) return null;
      if (slots === this.#found.length) return null;
      const column = this.#numberOf(paper.slice(versionAt, orderAt), PLAIN);
      if (column === null) return null;
      this.#found[slots++] = column;
      at = rowEnd + 2;
      if (paper.charCodeAt(at) === COMMA) at++;
      else return paper.startsWith(']}', at) ? this.#found.slice(0, slots) : null;
    }
    return null;
  }

  /** `text` is the version's id in quotes, a comma and the mark; null where a new one is not of the `form`. */
  #numberOf<Form extends RegExp | null>(text: string, form: Form): number | (Form extends null ? never : null);
  #numberOf(text: string, form: RegExp | null): number | null {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      if (form && !form.test(text)) return null;
      const [questionVersionId, maxMark] = JSON.parse(`[${text}]`) as [string, number];
      number = this.#columns.push({ questionVersionId, maxMark }) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** What was cut out of a text is believed only where it cannot be anything else. */
const PLAIN = /^"[\w-]+",[\d.e+-]+$/;
const START = '{"v":1,"slots":[';
const [BRACKET, QUOTE, COMMA] = [91, 34, 44];

/** Ids of our own are this long: looking there first saves a search. */
const USUAL = 20;

/** Where what follows a text in quotes and its comma begins; `at` is the opening quote. 0 where there is no such text. */
function endOfText(paper: string, at: number): number {
  const usual = at + 1 + USUAL;
  const end = paper.charCodeAt(usual) === QUOTE ? usual : paper.indexOf('"', at + 1);
  return end > 0 && paper.charCodeAt(end + 1) === COMMA ? end + 2 : 0;
}
