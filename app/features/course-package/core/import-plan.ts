import type { ReviewPolicy } from '#app/features/questions/core/review.ts';
import type { PackagedMedium, PackagedQuestion, PackagedQuiz } from './course-package.ts';

/** Why a sound package cannot be taken into this installation as asked. */
export interface ImportProblem {
  code:
    | 'no-unit'
    | 'course-outside'
    | 'course-archived'
    | 'codes-of-another-course'
    | 'unpublished-work'
    | 'not-publishable'
    | 'category-outside'
    | 'question-outside'
    | 'quiz-outside'
    | 'quiz-of-another-course';
  /** What it is about: titles or codes, the first few of `count`. */
  names: string[];
  count: number;
}

/** What whoever takes a package should know before. */
export interface ImportNote {
  code:
    | 'category-joins'
    | 'question-kept'
    | 'quiz-kept'
    | 'quiz-stays-draft'
    | 'quiz-open-changes'
    | 'question-waits'
    | 'captions-kept';
  names: string[];
  count: number;
}

export interface CoursePlan {
  kind: 'new' | 'changed' | 'same';
  lessons: { added: string[]; changed: string[]; removed: string[]; same: number };
}

export interface PlannedCategory {
  id: string;
  code: string;
  name: string;
  parent: string | null;
  position: number;
  review: ReviewPolicy;
}

/** What taking a package would do, thing by thing. With problems it does nothing. */
export interface ImportPlan {
  as: 'draft' | 'published';
  problems: ImportProblem[];
  notes: ImportNote[];
  course: CoursePlan;
  categories: { create: PlannedCategory[]; known: number };
  questions: {
    create: (PackagedQuestion & { id: string })[];
    change: PackagedQuestion[];
    same: number;
    kept: number;
  };
  quizzes: {
    create: (PackagedQuiz & { id: string; state: 'draft' | 'published' })[];
    change: PackagedQuiz[];
    same: number;
    kept: number;
  };
  media: { add: PackagedMedium[]; known: number; captions: { mediaId: string; lang: string }[] };
  /** Everything is here already. */
  isNothing: boolean;
}

const NAMED = 8;

/** The first few of what a sentence is about; null where there is nothing to say. */
export function about<Code extends string>(code: Code, names: readonly string[]) {
  return names.length === 0 ? [] : [{ code, names: names.slice(0, NAMED), count: names.length }];
}

/** One text for one plan, whatever ids new things would get: who has seen another one is shown the new one first. */
export const planText = ({ as, problems, notes, course, categories, questions, quizzes, media }: ImportPlan): string =>
  JSON.stringify([
    ...[as, problems, notes, course, categories.create.map(({ code }) => code), categories.known],
    ...[questions.create.map(({ code }) => code), questions.change.map(({ code }) => code), questions.same],
    ...[quizzes.create.map(({ code, state }) => [code, state]), quizzes.change.map(({ code }) => code), quizzes.same],
    ...[questions.kept, quizzes.kept, media.add.map(({ id }) => id), media.known, media.captions],
  ]);
