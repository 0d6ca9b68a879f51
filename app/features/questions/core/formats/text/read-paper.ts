import { type FormatProblem, problemAt } from '../read-question.ts';
import { KeyTable } from './key-table.ts';
import { isNumbered, kindOf, type LineKind } from './line-kinds.ts';
import type { PaperQuestion } from './paper-question.ts';
import { lineText, type Run, type SourceLine, sliceRuns } from './source-line.ts';
import { following, inlineOptions, looksLikeOption, type OptionStart, optionsIn } from './split-options.ts';

export interface Paper {
  questions: PaperQuestion[];
  /** From the table of keys at the end, by number. */
  table: ReadonlyMap<number, string>;
  /** Numbers to which the table gives two letters. */
  contradicted: ReadonlySet<number>;
  problems: FormatProblem[];
}

/** Takes a paper apart: questions with stem, options, key and explanation, and the table of keys. One pass over its lines. */
export function readPaper(lines: readonly SourceLine[]): Paper {
  const texts = lines.map(lineText);
  const reader = new PaperReader({ numbered: isNumbered(texts) });
  for (const [index, line] of lines.entries()) {
    const next = texts.slice(index + 1, index + 6).find((text) => text.trim() !== '') ?? '';
    reader.take(line, texts[index]!, next);
  }
  return reader.end();
}

class PaperReader {
  readonly #questions: PaperQuestion[] = [];
  readonly #problems: FormatProblem[] = [];
  readonly #table = new KeyTable();
  readonly #style: { numbered: boolean };
  #open: PaperQuestion | null = null;
  #section = '';
  #mode: 'question' | 'explanation' | 'key' | 'table' | 'ended' = 'question';

  constructor(style: { numbered: boolean }) {
    this.#style = style;
  }

  end(): Paper {
    const { keys, twice } = this.#table;
    return { questions: this.#questions, table: keys, contradicted: twice, problems: this.#problems };
  }

  take(source: SourceLine, text: string, next: string): void {
    if (this.#mode === 'table' && this.#table.take(text)) return;
    const kind = kindOf(text, this.#style);
    if (kind.kind === 'blank') return;
    if (this.#mode === 'ended' && kind.kind !== 'table') return;
    if (this.#mode === 'table') this.#mode = this.#open ? 'question' : 'ended';
    if (this.#mode === 'key' && kind.kind === 'text') this.#keyBelow(source, text);
    else this.#act(kind, source, text, next);
    if (this.#open) this.#open.untilLine = source.line;
  }

  #act(kind: LineKind, source: SourceLine, text: string, next: string): void {
    switch (kind.kind) {
      case 'question':
        if (this.#begins(kind.word, kind.number)) this.#begin(kind.number, source, kind.rest);
        else this.#text(source, text);
        break;
      case 'section':
        this.#close();
        this.#section = kind.title;
        break;
      case 'table':
        this.#heading(text, next);
        break;
      case 'end':
        this.#close();
        this.#mode = 'ended';
        break;
      case 'key':
        this.#key(kind, source, text);
        break;
      case 'explanation':
        this.#explain(source, kind.rest, text);
        break;
      default:
        this.#text(source, text);
    }
  }

  /** 'Câu 7' always begins a question; a bare number does when it is the next one, or when the one before has its options. */
  #begins(word: 'câu' | 'number', number: number | null): boolean {
    if (word === 'câu' || !this.#open) return true;
    return number === (this.#open.number ?? 0) + 1;
  }

  #begin(number: number | null, { line, runs }: SourceLine, from: number): void {
    this.#close();
    const open: PaperQuestion = {
      ...{ line, untilLine: line, number, section: this.#section },
      ...{ stem: [], options: [], key: null, explanation: [] },
    };
    this.#open = open;
    this.#questions.push(open);
    const rest = sliceRuns(runs, from);
    const text = lineText({ runs: rest });
    const inline = inlineOptions(text);
    const stem = inline ? sliceRuns(rest, 0, inline[0]!.at) : rest;
    if (lineText({ runs: stem }).trim() !== '') open.stem.push(stem);
    if (inline) this.#options(inline, line, rest);
  }

  #close(): void {
    this.#open = null;
    this.#mode = 'question';
  }

  #heading(text: string, next: string): void {
    // 'Đáp án:' alone within a question announces its key; with numbers below, the table of the whole paper.
    const isOfQuestion = this.#open !== null && !/bảng/iu.test(text) && !new KeyTable().take(next);
    if (isOfQuestion) this.#mode = 'key';
    else {
      this.#close();
      this.#mode = 'table';
    }
  }

  #keyBelow(source: SourceLine, text: string): void {
    this.#mode = 'explanation';
    const kind = kindOf(`Đáp án: ${text}`, this.#style);
    if (kind.kind === 'key') this.#setKey(kind, source.line);
  }

  #key(kind: Extract<LineKind, { kind: 'key' }>, source: SourceLine, text: string): void {
    const { line, runs } = source;
    if (!this.#open) {
      this.#problems.push(problemAt('warning', 'key-for-no-question', { line, text }));
      return;
    }
    this.#setKey(kind, line);
    const rest = sliceRuns(runs, kind.rest);
    if (lineText({ runs: rest }).trim() !== '') this.#open.explanation.push(rest);
    this.#mode = 'explanation';
  }

  #setKey({ letters, truths, words }: Extract<LineKind, { kind: 'key' }>, line: number): void {
    if (this.#open && !this.#open.key) this.#open.key = { line, letters, truths, words };
  }

  #explain({ line, runs }: SourceLine, from: number, text: string): void {
    if (!this.#open) {
      this.#problems.push(problemAt('hint', 'stray-text', { line, text }));
      return;
    }
    const rest = sliceRuns(runs, from);
    if (lineText({ runs: rest }).trim() !== '') this.#open.explanation.push(rest);
    this.#mode = 'explanation';
  }

  #text({ line, runs }: SourceLine, text: string): void {
    const open = this.#open;
    // Titles and the head of a paper stand before its first question.
    if (!open) {
      if (this.#questions.length > 0) this.#problems.push(problemAt('hint', 'stray-text', { line, text }));
      return;
    }
    const last = open.options.at(-1);
    const mayHoldOptions = this.#mode !== 'explanation' || open.options.length === 0;
    const starts = mayHoldOptions ? optionsIn(text, last ? following(last.letter) : 'A') : [];
    if (starts.length > 0) this.#options(starts, line, runs);
    else if (this.#mode === 'explanation') open.explanation.push([...runs]);
    else if (!last) open.stem.push([...runs]);
    else if (looksLikeOption(text)) {
      this.#problems.push(problemAt('warning', 'option-out-of-order', { line, text, detail: following(last.letter) }));
      const written = looksLikeOption(text)!;
      this.#options([written], line, runs);
    } else last.words.push([...runs]);
  }

  #options(starts: readonly OptionStart[], line: number, runs: readonly Run[]): void {
    for (const [index, { letter, isStarred, at, from }] of starts.entries()) {
      const until = starts[index + 1]?.at;
      const words = sliceRuns(runs, from, until);
      this.#open!.options.push({ letter, line, isStarred, mark: sliceRuns(runs, at, from), words: [words] });
    }
  }
}
