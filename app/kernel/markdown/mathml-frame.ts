import { latexOfMathml, type MathNode } from './mathml-to-latex.ts';

const DEEPEST = 60;

/** A MathML formula while it is read. */
export class MathmlFrame {
  readonly #root: MathNode;
  readonly #open: MathNode[];
  readonly #isBlock: boolean;
  #tex: string | null = null;
  /** Elements deeper than anybody writes are not kept; their ends are counted. */
  #beyond = 0;

  constructor({ display }: Record<string, string>) {
    this.#root = { name: 'math', attributes: {}, children: [], text: '' };
    this.#open = [this.#root];
    this.#isBlock = display === 'block';
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.#beyond > 0 || this.#open.length >= DEEPEST) {
      this.#beyond += 1;
      return;
    }
    const node: MathNode = { name: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '' };
    this.#open.at(-1)!.children.push(node);
    this.#open.push(node);
  }

  text(text: string): void {
    if (this.#beyond === 0) this.#open.at(-1)!.text += text;
  }

  close(): void {
    if (this.#beyond > 0) this.#beyond -= 1;
    else if (this.#open.length > 1) {
      const node = this.#open.pop()!;
      // Writers of MathML put the source beside it.
      if (node.name === 'annotation' && /tex/i.test(node.attributes.encoding ?? '')) this.#tex = node.text;
    }
  }

  /** The formula as LaTeX, the words of it for want of that. */
  result(): { latex: string | null; words: string; isBlock: boolean } {
    const latex = (this.#tex ?? latexOfMathml(this.#root))?.replace(/\s+/g, ' ').trim() ?? null;
    return { latex, words: wordsOf(this.#root), isBlock: this.#isBlock };
  }
}

const wordsOf = ({ name, text, children }: MathNode): string =>
  name.startsWith('annotation') ? '' : [text.trim(), ...children.map(wordsOf)].filter(Boolean).join(' ');
