import { type FormatProblem, problemAt } from '../read-question.ts';
import { KeyTable } from './key-table.ts';
import { beginsByWord, inlineKeyAt, isNumbered, kindOf, type LineKind, numberedQuestion } from './line-kinds.ts';
import type { PaperQuestion } from './paper-question.ts';
import { lineText, type Run, type SourceLine, sliceRuns } from './source-line.ts';
import {
  following,
  inlineOptions,
  looksLikeOption,
  type OptionStart,
  optionsIn,
  withoutRepeated,
} from './split-options.ts';

export interface Paper {
  questions: PaperQuestion[];
  /** The table of keys at the end. */
  table: KeyTable;
  problems: FormatProblem[];
}

/** Takes a paper apart: questions with stem, options, key and explanation, and the table of keys. One pass over its lines. */
export function readPaper(lines: readonly SourceLine[]): Paper {
  const texts = lines.map(lineText);
  const reader = new PaperReader({ numbered: isNumbered(texts) });
  for (const [index, line] of lines.entries()) {
    const text = texts[index]!;
    const next = texts.slice(index + 1, index + 6).find((one) => one.trim() !== '') ?? '';
    const keyAt = inlineKeyAt(text);
    if (keyAt === -1) reader.take(line, text, next, () => hasOptionsBelow(texts, index));
    else {
      reader.take({ ...line, runs: sliceRuns(line.runs, 0, keyAt) }, text.slice(0, keyAt), text.slice(keyAt));
      reader.take({ ...line, runs: sliceRuns(line.runs, keyAt) }, text.slice(keyAt), next);
    }
  }
  return reader.end();
}

/** Stems are rarely longer. */
const LONGEST_STEM = 12;

/** Whether options from A on stand on a line or below it, before another question begins. */
function hasOptionsBelow(texts: readonly string[], index: number): boolean {
  if (inlineOptions(texts[index]!)) return true;
  for (const text of texts.slice(index + 1, index + LONGEST_STEM)) {
    if (beginsByWord(text)) return false;
    if (optionsIn(text, 'A').length > 0) return true;
  }
  return false;
}

type Mode = 'question' | 'explanation' | 'key' | 'table' | 'ended' | 'passage' | 'answers';

class PaperReader {
  readonly #questions: PaperQuestion[] = [];
  readonly #problems: FormatProblem[] = [];
  readonly #table = new KeyTable();
  readonly #style: { numbered: boolean };
  #open: PaperQuestion | null = null;
  #section = '';
  #mode: Mode = 'question';
  /** Words that several questions share. */
  #passage: { from: number; until: number; lines: Run[][] } | null = null;
  /** The question whose answer is explained after the end of the paper. */
  #explained: PaperQuestion | null = null;

  constructor(style: { numbered: boolean }) {
    this.#style = style;
  }

  end(): Paper {
    return { questions: this.#questions, table: this.#table, problems: this.#problems };
  }

  take(source: SourceLine, text: string, next: string, hasOptions = () => false): void {
    const said = kindOf(text, this.#style);
    const kind = (said.kind === 'text' && this.#numberedAmongWords(text, hasOptions)) || said;
    if (this.#mode === 'table' || this.#mode === 'ended' || this.#mode === 'answers') {
      if (this.#behind(kind, source, text)) return;
    }
    if (kind.kind === 'blank' || kind.kind === 'page') return;
    if (this.#mode === 'key' && kind.kind === 'text') this.#keyBelow(source, text);
    else this.#act(kind, source, text, next);
    if (this.#open) this.#open.untilLine = source.line;
  }

  /** Behind the paper: the table of keys, or 'Câu 1: Chọn B. Vì …' one by one. False where the paper goes on. */
  #behind(kind: LineKind, source: SourceLine, text: string): boolean {
    if (kind.kind === 'table' || kind.kind === 'section') {
      const isTable = kind.kind === 'table' || this.#mode === 'table';
      if (kind.kind === 'section') {
        if (this.#mode !== 'table') return this.#mode === 'ended';
        this.#table.begin(kind.title);
      }
      if (isTable) this.#mode = 'table';
      return true;
    }
    if (this.#mode !== 'ended' && this.#table.take(text, source.line)) return true;
    if (kind.kind === 'question' && kind.number !== null) {
      const rest = sliceRuns(source.runs, kind.rest);
      const said = kindOf(lineText({ runs: rest }), { numbered: false });
      if (said.kind === 'key' && (said.letters.length > 0 || said.truths.length > 0)) {
        this.#answerBehind(kind.number, said, { ...source, runs: rest });
        return true;
      }
      if (this.#mode === 'ended') this.#problems.push(problemAt('hint', 'stray-text', { line: source.line, text }));
    }
    if (this.#mode === 'answers') {
      if (kind.kind === 'text' || kind.kind === 'explanation') {
        const from = kind.kind === 'explanation' ? kind.rest : 0;
        this.#explained?.explanation.push(sliceRuns(source.runs, from));
        return true;
      }
      return kind.kind !== 'question';
    }
    if (this.#mode === 'table' && kind.kind !== 'blank' && kind.kind !== 'page') {
      this.#mode = this.#questions.length === 0 || kind.kind === 'question' ? 'question' : 'ended';
    }
    return this.#mode === 'ended' || kind.kind === 'blank';
  }

  #answerBehind(number: number, said: Extract<LineKind, { kind: 'key' }>, { line, runs }: SourceLine): void {
    const question = this.#questions.find((one) => one.number === number && one.explanation.length === 0) ?? null;
    this.#mode = 'answers';
    this.#explained = question;
    if (said.letters.length <= 1) {
      this.#table.set(number, { letter: said.letters[0] ?? '', truths: said.truths }, line);
    } else if (question && !question.key) {
      question.key = { line, letters: said.letters, truths: said.truths, words: said.words };
    }
    const rest = sliceRuns(runs, said.rest);
    if (lineText({ runs: rest }).trim() !== '') question?.explanation.push(rest);
  }

  #act(kind: LineKind, source: SourceLine, text: string, next: string): void {
    switch (kind.kind) {
      case 'question':
        if (this.#begins(kind.word, kind.number, next)) this.#begin(kind, source, next);
        else this.#text(source, text, next);
        break;
      case 'section':
        this.#close();
        this.#passage = null;
        this.#section = kind.title;
        break;
      case 'passage':
        // Within a stem that has no options yet it is the stem's own words.
        if (this.#open && this.#open.options.length === 0 && !this.#open.key) this.#text(source, text, next);
        else {
          this.#close();
          this.#mode = 'passage';
          this.#passage = { from: kind.from, until: kind.until, lines: [[...source.runs]] };
        }
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
        if (this.#mode === 'passage') this.#text(source, text, next);
        else this.#explain(source, kind.rest, text);
        break;
      default:
        this.#text(source, text, next);
    }
  }

  /** 'Câu 7' always begins a question; a bare number does when it is the next one, or when options come right behind. */
  #begins(word: 'câu' | 'number', number: number | null, next: string): boolean {
    const open = this.#open;
    if (word === 'câu' || !open) return true;
    if (number === (open.number ?? 0) + 1) return true;
    return (open.options.length > 1 || open.key !== null) && optionsIn(next, 'A').length > 0;
  }

  /** In a paper that says 'Câu 9', '10.' with options of its own is a question too: nobody numbers half a paper otherwise on purpose. */
  #numberedAmongWords(text: string, hasOptions: () => boolean) {
    const open = this.#open;
    if (this.#mode !== 'question' && this.#mode !== 'explanation') return null;
    if (open && open.options.length < 2 && !open.key) return null;
    const question = numberedQuestion(text);
    const before = this.#questions.at(-1)?.number ?? 0;
    const isNext = question?.number != null && (!open || question.number > before);
    return isNext && hasOptions() ? { ...question, word: 'câu' as const } : null;
  }

  #begin(
    { number, difficulty, rest: from }: Extract<LineKind, { kind: 'question' }>,
    { line, runs }: SourceLine,
    next: string,
  ): void {
    this.#close();
    const open: PaperQuestion = {
      ...{ line, untilLine: line, number, section: this.#section, difficulty },
      ...{ stem: [], options: [], key: null, explanation: [] },
    };
    const passage = this.#passage;
    if (passage && number !== null && number >= passage.from && number <= passage.until) {
      open.stem.push(...passage.lines.map((words) => [...words]));
    }
    this.#open = open;
    this.#questions.push(open);
    const rest = sliceRuns(runs, from);
    const text = lineText({ runs: rest });
    const inline = inlineOptions(text);
    const starts = inline && withoutRepeated(inline, next);
    const stem = starts ? sliceRuns(rest, 0, starts[0]!.at) : rest;
    if (lineText({ runs: stem }).trim() !== '') open.stem.push(stem);
    if (starts) this.#options(starts, line, rest);
  }

  #close(): void {
    this.#open = null;
    this.#mode = 'question';
  }

  #heading(text: string, next: string): void {
    // 'Đáp án:' alone within a question announces its key; with numbers below, the table of the whole paper.
    const below = kindOf(next, { numbered: false }).kind;
    const isTable = new KeyTable().take(next) || below === 'section' || below === 'question';
    const isOfQuestion = this.#open !== null && !/bảng/iu.test(text) && !isTable;
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
    // "Chọn phương án đúng" of a stem names no key.
    const saysNothing = kind.letters.length === 0 && kind.truths.length === 0;
    if (saysNothing && this.#open.options.length === 0 && /^\s*chọn/iu.test(text)) {
      this.#open.stem.push([...runs]);
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

  #text({ line, runs }: SourceLine, text: string, next: string): void {
    const open = this.#open;
    if (this.#mode === 'passage') {
      this.#passage?.lines.push([...runs]);
      return;
    }
    // Titles and the head of a paper stand before its first question.
    if (!open) {
      if (this.#questions.length > 0) this.#problems.push(problemAt('hint', 'stray-text', { line, text }));
      return;
    }
    const last = open.options.at(-1);
    const mayHoldOptions = this.#mode !== 'explanation' || open.options.length === 0;
    const due = last ? following(last.letter) : 'A';
    const starts = mayHoldOptions ? withoutRepeated(optionsIn(text, due), next) : [];
    if (starts.length > 0) this.#options(starts, line, runs);
    else if (this.#mode === 'explanation') open.explanation.push([...runs]);
    else if (!last) this.#stem(open, line, runs, text, next);
    else if (looksLikeOption(text)) {
      this.#problems.push(problemAt('warning', 'option-out-of-order', { line, text, detail: due }));
      const written = looksLikeOption(text)!;
      this.#options([written], line, runs);
    } else last.words.push([...runs]);
  }

  /** A line of the stem; the options may begin within it. */
  #stem(open: PaperQuestion, line: number, runs: readonly Run[], text: string, next: string): void {
    const inline = inlineOptions(text);
    const starts = inline && withoutRepeated(inline, next);
    if (!starts || starts.length < 2) {
      open.stem.push([...runs]);
      return;
    }
    open.stem.push(sliceRuns(runs, 0, starts[0]!.at));
    this.#options(starts, line, runs);
  }

  #options(starts: readonly OptionStart[], line: number, runs: readonly Run[]): void {
    for (const [index, { letter, isStarred, at, from }] of starts.entries()) {
      const until = starts[index + 1]?.at;
      const words = sliceRuns(runs, from, until);
      this.#open!.options.push({ letter, line, isStarred, mark: sliceRuns(runs, at, from), words: [words] });
    }
  }
}
