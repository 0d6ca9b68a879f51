import { type FormatProblem, type FormatProblemCode, problemAt, type Severity } from './read-question.ts';

/** The problems of one question of a file, each said once. */
export class Doubts {
  readonly all: FormatProblem[] = [];
  readonly #line: number;
  readonly #excerpt: () => string;

  /** `excerpt`: the words by which a reader finds the question again. */
  constructor(line: number, excerpt: () => string) {
    this.#line = line;
    this.#excerpt = excerpt;
  }

  say(severity: Severity, code: FormatProblemCode, detail = '', line: number = this.#line): void {
    if (this.all.some((one) => one.code === code && one.detail === detail)) return;
    this.all.push(problemAt(severity, code, { line, text: this.#excerpt(), detail }));
  }
}
