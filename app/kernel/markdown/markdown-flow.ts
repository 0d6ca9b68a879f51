/** A sign of emphasis that is open in the source; it is written with the first word that it embraces, or never. */
interface Mark {
  sign: string;
  depth: number;
  isWritten: boolean;
}

/** How a place in the text is parted from what stands before it. */
export type Break = 'line' | 'item' | 'paragraph';

const BREAKS: Record<Break, string> = { line: '  \n', item: '\n', paragraph: '\n\n' };
const ORDER: Break[] = ['line', 'item', 'paragraph'];

/**
 * Writes Markdown word by word: spaces, breaks and emphasis are held back until a word follows, so that none stands at an
 * end or around nothing. Each call costs the length of its text.
 */
export class MarkdownFlow {
  readonly #parts: string[] = [];
  readonly #marks: Mark[] = [];
  readonly #isInline: boolean;
  #break: Break | null = null;
  #prefix = '';
  #hasSpace = false;

  /** Inline: a cell of a table, where every break is a space. */
  constructor({ isInline = false } = {}) {
    this.#isInline = isInline;
  }

  /** Words, already escaped; runs of spaces are one. */
  words(text: string): void {
    if (/^\s/.test(text)) this.#hasSpace = true;
    const trimmed = text.trim();
    if (trimmed === '') return;
    this.raw(trimmed);
    if (/\s$/.test(text)) this.#hasSpace = true;
  }

  /** A text as it is. */
  raw(text: string): void {
    this.#flush();
    this.#parts.push(this.#isInline ? text.replace(/\s*\n\s*/g, ' ') : text);
  }

  /** The next word stands after a break, behind `prefix` ('- ', '## '). The greater of two breaks counts. */
  break(kind: Break, prefix = ''): void {
    this.#hasSpace = true;
    if (this.#isInline) return;
    if (this.#break === null || ORDER.indexOf(kind) > ORDER.indexOf(this.#break)) this.#break = kind;
    if (prefix !== '') this.#prefix = prefix;
  }

  /** Like `break`, but a prefix that already waits for its word ('- ') stays. */
  breakWithin(kind: Break, prefix: string): void {
    this.break(kind);
    if (!this.#isInline && this.#prefix.trim() === '') this.#prefix = prefix;
  }

  openMark(sign: string): void {
    const open = this.#marks.find((mark) => mark.sign === sign);
    if (open) open.depth += 1;
    else this.#marks.push({ sign, depth: 1, isWritten: false });
  }

  closeMark(sign: string): void {
    const place = this.#marks.findIndex((mark) => mark.sign === sign);
    const mark = this.#marks[place];
    if (!mark) return;
    mark.depth -= 1;
    if (mark.depth > 0) return;
    // What was opened later ends here too, and goes on behind.
    const inner = this.#marks.slice(place + 1);
    this.#end(inner);
    this.#end([mark]);
    this.#marks.splice(place, 1);
  }

  text(): string {
    this.#end(this.#marks);
    return this.#parts.join('').trim();
  }

  #end(marks: readonly Mark[]): void {
    for (const mark of [...marks].reverse()) {
      if (mark.isWritten) this.#parts.push(mark.sign);
      mark.isWritten = false;
    }
  }

  #flush(): void {
    const isFirst = this.#parts.length === 0;
    if (this.#break !== null) {
      this.#end(this.#marks);
      if (!isFirst) this.#parts.push(BREAKS[this.#break]);
      this.#parts.push(this.#prefix);
    } else if (this.#hasSpace && !isFirst) this.#parts.push(' ');
    this.#break = null;
    this.#prefix = '';
    this.#hasSpace = false;
    for (const mark of this.#marks) {
      if (!mark.isWritten) this.#parts.push(mark.sign);
      mark.isWritten = true;
    }
  }
}
