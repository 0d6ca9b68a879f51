import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { displayOrder } from '#app/features/questions/core/question-types.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import type { Paper, PaperSlot } from '../paper.ts';
import { keyLetters } from './key-letters.ts';
import { isByLetters, PAPER_SECTIONS, paperItemOf, sectionOfType } from './paper-item.ts';

/** A question that was drawn for a set. */
export interface DrawnQuestion extends Pick<PaperSlot, 'questionId' | 'questionVersionId' | 'maxMark'> {
  readonly body: QuestionBody;
}

export interface ShuffleSettings {
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
}

export interface Variant {
  /** As printed: '101'. */
  readonly code: string;
  readonly paper: Paper;
}

export const MOST_VARIANTS = 24;

/** 101, 102 ... */
export const variantCodes = (count: number): string[] => Array.from({ length: count }, (_, at) => String(101 + at));

/** How many orders are tried for a variant: enough to be clearly below chance, too few for the others to tell its key. */
const TRIES = 40;

/**
 * The variants of a set, each its questions in an order of its own: sections keep their places, questions are shuffled
 * within them, options by the rules of their type (fixed ones stay). The same seed gives the same variants. Of some orders
 * that chance offers the one is taken whose right letters agree least with those of the variants before.
 */
export function makeVariants(
  drawn: ReadonlyMap<string, readonly DrawnQuestion[]>,
  seed: string,
  settings: ShuffleSettings,
): Variant[] {
  const made: (Variant & { key: VariantKey })[] = [];
  for (const [code, questions] of drawn) {
    const bodies = new Map(questions.map(({ questionVersionId, body }) => [questionVersionId, body]));
    let best: (Variant & { key: VariantKey; worst: number }) | null = null;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const paper = orderPaper(questions, `${seed}/${code}/${attempt}`, settings);
      const key = variantKey(paper, (id) => bodies.get(id) as QuestionBody);
      const worst = Math.max(
        0,
        ...made.map((other) => {
          const { sameLetter, sameQuestionAndLetter } = overlapOf(other.key, key);
          return (sameLetter ?? 0) + (sameQuestionAndLetter ?? 0);
        }),
      );
      if (best === null || worst < best.worst) best = { code, paper, key, worst };
      if (made.length === 0) break;
    }
    if (best) made.push(best);
  }
  return made.map(({ code, paper }) => ({ code, paper }));
}

/** One order of the questions and of their options, by the seed alone. */
export function orderPaper(questions: readonly DrawnQuestion[], seed: string, settings: ShuffleSettings): Paper {
  const ordered = PAPER_SECTIONS.flatMap((section) => {
    const own = questions.filter(({ body }) => sectionOfType(body.type) === section);
    return settings.shuffleQuestions ? seededRandom(`${seed}/order/${section}`).shuffle(own) : own;
  });
  return ordered.map(({ body, ...slot }, at) => {
    const chance = seededRandom(`${seed}/options/${slot.questionId}`);
    return {
      slot: at + 1,
      questionId: slot.questionId,
      questionVersionId: slot.questionVersionId,
      maxMark: slot.maxMark,
      optionOrder: displayOrder(body, chance, { shuffle: settings.shuffleOptions }),
    };
  });
}

/** Of each number that is answered by letters: its question and its right letters. */
export type VariantKey = readonly { readonly questionId: string; readonly letters: string }[];

export const variantKey = (paper: Paper, bodyOf: (versionId: string) => QuestionBody): VariantKey =>
  paper.flatMap(({ questionId, questionVersionId, optionOrder }) => {
    const body = bodyOf(questionVersionId);
    return isByLetters(paperItemOf(body, optionOrder)) ? [{ questionId, letters: keyLetters(body, optionOrder) }] : [];
  });

export interface Overlap {
  /** Share of the numbers at which both have the same right letters: what copying a neighbour's letters would bring. */
  readonly sameLetter: number | null;
  /** Share of the numbers at which both have the same question with the same right letters. */
  readonly sameQuestionAndLetter: number | null;
}

/** How much two variants agree; null where there are no questions with letters. */
export function overlapOf(one: VariantKey, other: VariantKey): Overlap {
  const length = Math.max(one.length, other.length);
  if (length === 0) return { sameLetter: null, sameQuestionAndLetter: null };
  let letters = 0;
  let both = 0;
  for (const [at, { questionId, letters: own }] of one.entries()) {
    if (other[at]?.letters !== own) continue;
    letters += 1;
    if (other[at].questionId === questionId) both += 1;
  }
  return { sameLetter: letters / length, sameQuestionAndLetter: both / length };
}

/** The worst pair of a set, and the average of all pairs; null for fewer than two variants. */
export function overlapOfSet(keys: readonly VariantKey[]): { worst: Overlap; average: Overlap } | null {
  const pairs = keys.flatMap((one, at) => keys.slice(at + 1).map((other) => overlapOf(one, other)));
  const known = pairs.filter(({ sameLetter }) => sameLetter !== null);
  if (known.length === 0) return null;
  const of = (field: keyof Overlap, sum: (values: number[]) => number) => sum(known.map((pair) => pair[field] ?? 0));
  const most = (values: number[]) => Math.max(...values);
  const mean = (values: number[]) => values.reduce((total, each) => total + each, 0) / values.length;
  return {
    worst: { sameLetter: of('sameLetter', most), sameQuestionAndLetter: of('sameQuestionAndLetter', most) },
    average: { sameLetter: of('sameLetter', mean), sameQuestionAndLetter: of('sameQuestionAndLetter', mean) },
  };
}
