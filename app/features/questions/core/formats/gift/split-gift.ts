import { type FormatProblem, problemAt } from '../read-question.ts';
import { hideEscapes, showEscapes } from './gift-text.ts';

/** The words of one question with what was said above it; escapes are hidden. */
export interface GiftPiece {
  line: number;
  untilLine: number;
  text: string;
  id: string | null;
  tags: string[];
  category: string;
}

const COMMENT = /^\s*\/\//;
const CATEGORY = /^\s*\$CATEGORY\s*:\s*(.*)$/;
const NOTE = /\[(id|tag):([^\]]*)\]/g;

/**
 * Takes a file apart at its blank lines: one piece a question. Comments are left out, except for the `[id:…]` and `[tag:…]`
 * in them; `$CATEGORY:` holds for what follows. A blank line within braces belongs to the question; where the brace is
 * never closed the question ends at that line, and that is a problem of its own, not of the questions after it.
 */
export function splitGift(source: string): { pieces: GiftPiece[]; problems: FormatProblem[] } {
  const splitter = new Splitter();
  const lines = hideEscapes(source).split(/\r\n|\r|\n/);
  for (const [index, text] of lines.entries()) splitter.take(text, index + 1);
  splitter.close(lines.length);
  return splitter;
}

class Splitter {
  readonly pieces: GiftPiece[] = [];
  readonly problems: FormatProblem[] = [];
  #category = '';
  #notes: { id: string | null; tags: string[] } = { id: null, tags: [] };
  #line = 0;
  #parts: string[] = [];
  #isInside = false;
  /** Of the first blank line within the open brace. */
  #blank: { place: number; line: number } | null = null;

  take(text: string, line: number): void {
    if (COMMENT.test(text)) {
      this.#note(text);
      return;
    }
    const heading = this.#isInside ? null : CATEGORY.exec(text);
    if (heading) {
      this.close(line - 1);
      this.#category = showEscapes(heading[1] ?? '').trim();
    } else if (text.trim() !== '') this.#add(text, line);
    else if (this.#isInside) {
      this.#blank ??= { place: this.#parts.length, line };
      this.#parts.push('');
    } else this.close(line - 1);
  }

  close(untilLine: number): void {
    if (this.#parts.length > 0 && this.#isInside) this.#refuse(this.#parts);
    else if (this.#parts.length > 0) {
      const text = this.#parts.join('\n');
      this.pieces.push({ line: this.#line, untilLine, text, category: this.#category, ...this.#notes });
    }
    this.#notes = { id: null, tags: [] };
    this.#open(0, []);
  }

  #open(line: number, parts: string[]): void {
    this.#line = line;
    this.#parts = parts;
    this.#isInside = false;
    this.#blank = null;
  }

  #refuse(parts: readonly string[]): void {
    const text = showEscapes(parts.join(' '));
    this.problems.push(problemAt('error', 'unclosed-answers', { line: this.#line, text }));
  }

  #add(text: string, line: number): void {
    if (this.#parts.length === 0) this.#line = line;
    this.#parts.push(text);
    for (const sign of text) {
      if (sign === '}') {
        this.#isInside = false;
        this.#blank = null;
      } else if (sign === '{') {
        if (this.#isInside && this.#blank) this.#beginAgain(this.#blank);
        this.#isInside = true;
      }
    }
  }

  /** A second brace after a blank line: what stood before that line was never closed, and this is another question. */
  #beginAgain({ place, line }: { place: number; line: number }): void {
    this.#refuse(this.#parts.slice(0, place));
    const rest = this.#parts.slice(place);
    const empty = rest.findIndex((part) => part !== '');
    this.#open(line + empty, rest.slice(empty));
  }

  #note(text: string): void {
    for (const [, kind, value = ''] of text.matchAll(NOTE)) {
      const shown = showEscapes(value).trim();
      if (kind === 'id') this.#notes.id = shown;
      else this.#notes.tags.push(shown);
    }
  }
}
