import type { Candidate, SlotPlan } from '#app/features/quiz/core/draw-paper.ts';
import { publishProblems } from '#app/features/quiz/core/publish-problems.ts';
import type { PackagedBank, PackagedQuiz, PackagedSlot } from './course-package.ts';
import { about, type ImportNote, type ImportPlan, type ImportProblem } from './import-plan.ts';

/** A question as random draws see it once everything is taken in, by codes. */
export interface QuestionToDraw {
  code: string;
  category: string;
  difficulty: string;
  tags: readonly string[];
}

export interface QuizBefore {
  code: string;
  isInScope: boolean;
  /** It belongs to the course of the package. */
  isOfCourse: boolean;
  state: string;
  /** Of what the package stated when it was last taken. */
  contentHash: string;
  /** As a package would state it now. */
  now: PackagedQuiz;
}

interface Given {
  quizzes: readonly PackagedQuiz[];
  before: readonly QuizBefore[];
  bank: PackagedBank;
  /** What may be drawn afterwards, that of the package among it. */
  drawable: readonly QuestionToDraw[];
  as: 'draft' | 'published';
  hashOf: (quiz: PackagedQuiz) => string;
  newId: () => string;
}

/**
 * What becomes of the quizzes, by their codes. A quiz that stated the same before changes nothing, whatever its author did with
 * it since. A known one that differs is replaced, and keeps its state; one that is open and would no more be fit stays as it is.
 * A new one is open only where it was, where the course is published, and where nothing is missing.
 */
export function planQuizzes({ quizzes, before, bank, drawable, as, hashOf, newId }: Given): {
  plan: ImportPlan['quizzes'];
  problems: ImportProblem[];
  notes: ImportNote[];
} {
  const known = new Map(before.map((quiz) => [quiz.code, quiz]));
  const plan: ImportPlan['quizzes'] = { create: [], change: [], same: 0, kept: 0 };
  const names = { kept: [] as string[], drafts: [] as string[], open: [] as string[] };
  const candidateOf = candidatesOf(bank);
  const candidates = drawable.map(candidateOf);
  for (const quiz of quizzes) {
    const was = known.get(quiz.code);
    const isFit = fits(quiz, candidates, bank);
    if (!was) {
      const state = as === 'published' && quiz.isPublished && isFit ? 'published' : 'draft';
      if (quiz.isPublished && state === 'draft') names.drafts.push(quiz.title);
      plan.create.push({ ...quiz, id: newId(), state });
      continue;
    }
    const isSame = JSON.stringify(stated(was.now)) === JSON.stringify(stated(quiz));
    if (isSame) plan.same += 1;
    else if (was.contentHash === hashOf(quiz) || (was.state === 'published' && !isFit)) names.kept.push(quiz.title);
    else {
      if (was.state === 'published') names.open.push(quiz.title);
      plan.change.push(quiz);
    }
  }
  plan.kept = names.kept.length;
  const titlesOf = (is: (quiz: QuizBefore) => boolean) => before.filter(is).map(({ now }) => now.title);
  return {
    plan,
    problems: [
      ...about(
        'quiz-outside',
        before.filter(({ isInScope }) => !isInScope).map(({ code }) => code),
      ),
      ...about(
        'quiz-of-another-course',
        titlesOf(({ isInScope, isOfCourse }) => isInScope && !isOfCourse),
      ),
    ],
    notes: [
      ...about('quiz-open-changes', names.open),
      ...about('quiz-stays-draft', names.drafts),
      ...about('quiz-kept', names.kept),
    ],
  };
}

/** Whether it is open is a matter of each installation. */
export const stated = ({ isPublished: _, ...quiz }: PackagedQuiz) => quiz;

function fits(quiz: PackagedQuiz, candidates: readonly Candidate[], bank: PackagedBank): boolean {
  const named = new Set(quiz.slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.question] : [])));
  const archived = new Set(bank.questions.flatMap(({ code, isArchived }) => (isArchived ? [code] : [])));
  const known = new Set(candidates.map(({ questionId }) => questionId));
  const fixed = bank.questions.filter(({ code }) => named.has(code) && !known.has(code)).map(candidatesOf(bank));
  const slots = quiz.slots.map(planOf);
  return publishProblems({ settings: quiz.settings, slots }, [...candidates, ...fixed], archived).length === 0;
}

/** The slot with codes in the place of ids. */
const planOf = (slot: PackagedSlot): SlotPlan => {
  if (slot.kind === 'fixed') return { kind: 'fixed', questionId: slot.question, maxMark: slot.maxMark };
  const { category, ...rest } = slot;
  return { ...rest, categoryId: category };
};

/** Questions as draws know them; what lies above each category is looked up once. */
function candidatesOf({ categories }: PackagedBank): (question: QuestionToDraw) => Candidate {
  const parents = new Map(categories.map(({ code, parent }) => [code, parent]));
  const known = new Map<string, string[]>();
  const aboveOf = (category: string): string[] => {
    const found = known.get(category);
    if (found) return found;
    const above: string[] = [];
    for (let each = parents.get(category) ?? null; each !== null; each = parents.get(each) ?? null) above.push(each);
    known.set(category, above);
    return above;
  };
  return ({ code, category, difficulty, tags }) => ({
    ...{ questionId: code, questionVersionId: code, categoryId: category, above: aboveOf(category), difficulty, tags },
  });
}
