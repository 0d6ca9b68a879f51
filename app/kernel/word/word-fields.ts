interface Field {
  isShown: boolean;
  instruction: string;
  hasResult: boolean;
}

/** The fields that a place stands in (a link, a page number, an equation): each is an instruction, then its result. */
export class WordFields {
  readonly #open: Field[] = [];

  /** Whether this place is part of an instruction, which nobody reads. */
  get isHidden(): boolean {
    return this.#open.some(({ isShown }) => !isShown);
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field) field.instruction += text;
  }

  /** Something was shown at this place. */
  show(): void {
    const field = this.#open.at(-1);
    if (field) field.hasResult = true;
  }

  /** Takes one sign of a field; answers an instruction that would have drawn an equation and left no result. */
  sign(type: string | undefined): string | null {
    const field = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ isShown: false, instruction: '', hasResult: false });
    else if (type === 'separate' && field) field.isShown = true;
    else if (type === 'end' && field) {
      this.#open.pop();
      const outer = this.#open.at(-1);
      if (outer) outer.hasResult ||= field.hasResult;
      if (/^\s*eq\s/i.test(field.instruction) && !field.hasResult) return field.instruction;
    }
    return null;
  }
}
