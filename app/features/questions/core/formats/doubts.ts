import { type FormatProblem, type FormatProblemCode, problemAt, type Severity } from './read-question.ts';

/** Nobody reads more about one question. */
const MOST = 50;

/** The problems of one question of a file, each said once. */
export class Doubts {
  readonly all: FormatProblem[] = [];
  readonly #said = new Set<string>();
  readonly #line: number;
  readonly #excerpt: () => string;

  /** `excerpt`: the words by which a reader finds the question again. */
  constructor(line: number, excerpt: () => string) {
    this.#line = line;
    this.#excerpt = excerpt;
  }

  say(severity: Severity, code: FormatProblemCode, detail = '', line: number = this.#line): void {
    const key = `${code} ${detail}`;
    if (this.#said.has(key) || this.all.length >= MOST) return;
    this.#said.add(key);
    this.all.push(problemAt(severity, code, { line, text: this.#excerpt().slice(0, 400), detail }));
  }
}
