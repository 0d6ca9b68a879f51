import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { plainText } from './plain-text.ts';
import type { QuestionBody } from './question.ts';

/** Two questions whose words agree so far are shown side by side. */
export const NEAR = 0.72;
/** The words of a question say the same but for tone marks, order and small words. */
export const SAME = 0.999;

// Words that questions are made of and that tell none from another. 'không', 'chưa', 'trừ' are not among them.
const SMALL = new Set(
  (
    'la va cua cac nhung cho voi trong tren duoi tu den tai ve o do nay nao gi mot duoc bi da dang se thi ma nhu theo ' +
    'hay hoac nhat sau day dau ai bao nhieu the cai con vi boi de co cung deu chi moi dong chi hay cho biet chon y dap an ' +
    'phuong cau hoi phat bieu noi dung ra vao khi neu ban anh em'
  ).split(' '),
);

/** The telling words of a text, each once: no tone marks, no punctuation, no small words. */
export function tellingWords(text: string): Set<string> {
  const words = foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !SMALL.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/** The words of a folded text, small ones too. Without tone marks nearly all texts are plain letters. */
export const wordsOfFolded = (folded: string): readonly string[] =>
  /[\u0080-\uffff]/.test(folded) ? (folded.match(/[\p{L}\p{N}]+/gu) ?? []) : (folded.match(/[A-Za-z0-9]+/g) ?? []);

/** All texts of a question that a learner reads, in one: the order of options does not count for words. */
export function wordsOfQuestion(body: QuestionBody): Set<string> {
  return tellingWords([body.stem, ...textsBelow(body)].map(plainText).join(' '));
}

function textsBelow(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsBelow(part),
  );
}

/** The numbers of a stem: years, articles, numbers of documents. */
const numbersOf = (body: QuestionBody): string => (plainText(body.stem).match(/\d+/g) ?? []).sort().join(' ');

/** How alike two questions whose stems name other numbers must be: 'Điều 5' and 'Điều 6' in few words are two questions. */
const NEAR_WITH_OTHER_NUMBERS = 0.9;

/** A question as it is compared with others. */
export interface ComparedQuestion {
  words: ReadonlySet<string>;
  numbers: string;
}

export const compared = (body: QuestionBody): ComparedQuestion => ({
  words: wordsOfQuestion(body),
  numbers: numbersOf(body),
});

/** How alike two questions are, 0..1; null where they are none of each other's near-duplicates. */
export function nearness(a: ComparedQuestion, b: ComparedQuestion): number | null {
  const alike = likeness(a.words, b.words);
  return alike >= (a.numbers === b.numbers ? NEAR : NEAR_WITH_OTHER_NUMBERS) ? alike : null;
}

/** The share of words that two questions have in common, 0..1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = commonWords(a, b);
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

function commonWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of few) if (many.has(word)) common += 1;
  return common;
}

/** Of a given question's words the share that stands in the index beside those that may be missing. */
const WITNESSES = 0.2;

/**
 * Finds in a stream of questions those near some of a few given ones. The index is made over the few, so that a bank of any
 * size costs one look for each of its words and nothing is kept of it. A question that shares 72% of all words shares at
 * least 72% of the given one's. Of that one's words the index holds the rarest: the 28% that may be missing and `WITNESSES` of
 * the others as a share. All missing ones may be among them, so that so many must be met before anything is compared: words
 * that stand everywhere are never counted, and few questions are compared in vain.
 */
export class NearIndex {
  readonly #words: readonly ReadonlySet<string>[];
  readonly #byWord = new Map<string, number[]>();
  /** How many words of the index a text must hold, for each of the given. */
  readonly #needed: Uint16Array;
  /** How many it holds, while a text is looked at; all zero between. */
  readonly #met: Uint16Array;

  /** `frequency`: how often a word stands in a sample of the stream. Rare words make the index sharp. */
  constructor(words: readonly ReadonlySet<string>[], frequency: (word: string) => number) {
    this.#words = words;
    this.#needed = new Uint16Array(words.length);
    this.#met = new Uint16Array(words.length);
    for (const [at, set] of words.entries()) {
      const rarest = [...set].sort((a, b) => frequency(a) - frequency(b) || (a < b ? -1 : 1));
      const missing = set.size - Math.ceil(NEAR * set.size);
      const needed = Math.max(1, Math.floor(WITNESSES * set.size));
      this.#needed[at] = needed;
      for (const word of rarest.slice(0, missing + needed)) {
        const places = this.#byWord.get(word);
        if (places) places.push(at);
        else this.#byWord.set(word, [at]);
      }
    }
  }

  /**
   * The given questions that may be near a text of the stream, with the share of their words that it holds. The text is
   * folded already; words that are not the question's own (its code, its tags) do no harm here, `likeness` judges after.
   */
  candidates(folded: string): { at: number; share: number }[] {
    const words = wordsOfFolded(folded);
    const touched: number[] = [];
    const met = this.#met;
    const found: number[] = [];
    for (const word of words) {
      const places = this.#byWord.get(word);
      if (!places) continue;
      for (const at of places) {
        const count = met[at]! + 1;
        met[at] = count;
        if (count === 1) touched.push(at);
        // A word that stands twice in the text counts twice here; what is found is compared below.
        if (count === this.#needed[at]) found.push(at);
      }
    }
    for (const at of touched) met[at] = 0;
    if (found.length === 0) return [];
    const held = new Set(words);
    return found.flatMap((at) => {
      const own = this.#words[at]!;
      const share = commonWords(own, held) / own.size;
      return share >= NEAR ? [{ at, share }] : [];
    });
  }
}

/** Of a list of questions the pairs that are near each other: the later one with the earlier one it is nearest to. */
export function nearPairs(questions: readonly ComparedQuestion[]): { at: number; of: number; likeness: number }[] {
  const words = questions.map((question) => question.words);
  const counts = new Map<string, number>();
  for (const set of words) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  const index = new NearIndex(words, (word) => counts.get(word) ?? 0);
  return words.flatMap((set, at) => {
    const near = index
      .candidates([...set].join(' '))
      .filter((one) => one.at < at)
      .flatMap((one) => {
        const alike = nearness(questions[at]!, questions[one.at]!);
        return alike === null ? [] : [{ at, of: one.at, likeness: alike }];
      })
      .sort((a, b) => b.likeness - a.likeness);
    return near.slice(0, 1);
  });
}
