/** No text of a question is so long; a stem may have 10,000 characters. */
const LONGEST = 200_000;
/** A thousand questions are a million characters of markup. */
const ALL = 6_000_000;

/** How much markup one file may ask to be read, so that none takes more time than it is given. */
export class TextBudget {
  #left = ALL;

  /** Whether a text of this length may be read. */
  takes(length: number): boolean {
    this.#left -= length;
    return length <= LONGEST && this.#left >= 0;
  }
}
