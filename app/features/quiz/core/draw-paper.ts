import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import type { Paper } from './paper.ts';
import { fillSeats, type Seat } from './seats.ts';
import type { QuizSettings } from './settings.ts';

/** A question that may be drawn, in its current version. The questions of fixed slots are among them. */
export interface Candidate {
  readonly questionId: string;
  readonly questionVersionId: string;
  readonly categoryId: string;
  /** Of the categories that slots draw from with all below them: those above its own. */
  readonly above?: readonly string[];
  readonly difficulty: string;
  readonly tags: readonly string[];
}

/** What an author put into the quiz: one question, or a number of questions from a category, with a tag, or both. */
export type SlotPlan =
  | { readonly kind: 'fixed'; readonly questionId: string; readonly maxMark: number }
  | {
      readonly kind: 'random';
      /** Null: of any category within the quiz's unit; then there is a tag. */
      readonly categoryId: string | null;
      /** Of the categories below it too. */
      readonly withSubcategories: boolean;
      /** Null: with any tags. */
      readonly tag: string | null;
      /** Null: any difficulty. */
      readonly difficulty: string | null;
      readonly count: number;
      /** Of each question drawn. */
      readonly maxMark: number;
    };

export interface DrawInput<C extends Candidate = Candidate> {
  readonly slots: readonly SlotPlan[];
  /** At most one version of a question. Their order changes nothing: the two databases may list them differently. */
  readonly candidates: readonly C[];
  /** How often this person met a question, by question id; who is missing is unseen. */
  readonly seenCounts: ReadonlyMap<string, number>;
  /** Stored with the attempt: the same input and seed give the same paper. */
  readonly seed: string;
  readonly settings: Pick<QuizSettings, 'shuffleQuestions' | 'shuffleOptions'>;
  /**
   * The order in which a question is displayed, known to its type: some options are fixed in place, and some orders are
   * left to chance even when the quiz does not shuffle. Each question has its own source of chance: its order does not tell
   * another's, nor depend on the place in the paper.
   */
  readonly optionOrder: (question: C, chance: SeededRandom, options: { shuffle: boolean }) => readonly string[];
}

/** `slot` is the author's slot (from 1) that cannot be filled: it wants `wanted` questions and got `found`. */
export interface NotEnoughQuestions {
  readonly problem: 'not-enough-questions';
  readonly slot: number;
  readonly wanted: number;
  readonly found: number;
}

export type DrawResult = { readonly paper: Paper } | NotEnoughQuestions;

/**
 * Draws a person's paper: unseen questions first, then the least seen, by seeded chance among equals, no question twice.
 *
 * Fixed slots take their questions first. Random slots with the fewest eligible questions choose before wider ones, and
 * where a wide slot has taken what a narrow one needs, it changes its mind (`fillSeats`): whenever the bank suffices
 * for the quiz, each seed gives a paper, so that no learner's start is refused by bad luck.
 */
export function drawPaper<C extends Candidate>(input: DrawInput<C>): DrawResult {
  const { slots, settings, seed } = input;
  const byId = new Map(input.candidates.map((candidate) => [candidate.questionId, candidate]));
  const sorted = [...byId.values()].sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
  const reserved = new Set(slots.flatMap((plan) => (plan.kind === 'fixed' ? [plan.questionId] : [])));
  const free = sorted.filter(({ questionId }) => !reserved.has(questionId));

  const seats = slots.flatMap((plan, index) => seatsOf(plan, index, free, input));
  const taken = fillSeats(seats);

  const drawn: { readonly question: C; readonly maxMark: number }[] = [];
  for (const [index, plan] of slots.entries()) {
    const wanted = plan.kind === 'fixed' ? 1 : plan.count;
    const ids = plan.kind === 'fixed' ? claim(reserved, plan.questionId) : (taken.get(index) ?? []);
    const questions = ids.flatMap((id) => byId.get(id) ?? []);
    if (questions.length < wanted) {
      return { problem: 'not-enough-questions', slot: index + 1, wanted, found: questions.length };
    }
    for (const question of questions) drawn.push({ question, maxMark: plan.maxMark });
  }

  const ordered = settings.shuffleQuestions ? seededRandom(`${seed}/order`).shuffle(drawn) : drawn;
  const paper = ordered.map(({ question, maxMark }, index) => {
    const { questionId, questionVersionId } = question;
    const chance = seededRandom(`${seed}/options/${questionId}`);
    const optionOrder = input.optionOrder(question, chance, { shuffle: settings.shuffleOptions });
    return { slot: index + 1, questionId, questionVersionId, maxMark, optionOrder };
  });
  return { paper };
}

/** Whether a random slot may draw a question; a slot that names neither category nor tag draws nothing. */
export function isEligible(
  plan: Pick<Extract<SlotPlan, { kind: 'random' }>, 'categoryId' | 'withSubcategories' | 'tag' | 'difficulty'>,
  { categoryId, above, difficulty, tags }: Pick<Candidate, 'categoryId' | 'above' | 'difficulty' | 'tags'>,
): boolean {
  if (plan.categoryId === null && plan.tag === null) return false;
  return (
    (plan.categoryId === null ||
      categoryId === plan.categoryId ||
      (plan.withSubcategories && above?.includes(plan.categoryId) === true)) &&
    (plan.tag === null || tags.includes(plan.tag)) &&
    (plan.difficulty === null || difficulty === plan.difficulty)
  );
}

/** A question that two fixed slots name is there for the first of them only. */
function claim(reserved: Set<string>, questionId: string): string[] {
  return reserved.delete(questionId) ? [questionId] : [];
}

/** The seats of a random slot, each with the eligible questions in the order in which this person should meet them. */
function seatsOf(
  plan: SlotPlan,
  index: number,
  free: readonly Candidate[],
  input: Pick<DrawInput, 'seenCounts' | 'seed'>,
): Seat[] {
  if (plan.kind === 'fixed') return [];
  const eligible = free.filter((candidate) => isEligible(plan, candidate));
  const seen = ({ questionId }: Candidate) => input.seenCounts.get(questionId) ?? 0;
  // Shuffled first, then sorted: the sort is stable, so chance decides among equals.
  const shuffled = seededRandom(`${input.seed}/draw/${index}`).shuffle(eligible);
  const wishes = shuffled.sort((a, b) => seen(a) - seen(b)).map(({ questionId }) => questionId);
  return Array.from({ length: plan.count }, () => ({ slot: index, wishes }));
}
