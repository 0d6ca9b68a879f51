import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { authorCourses } from '#app/features/courses/queries/author-courses.server.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { Difficulty, QuestionTypeName } from '#app/features/questions/core/question.ts';
import { bankTags } from '#app/features/questions/queries/bank-tags.server.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { questionsPage } from '#app/features/questions/queries/questions-page.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { QuizBase } from '../commands/edit-quiz.server.ts';
import { publishProblems } from '../core/publish-problems.ts';
import { mergeQuizDrafts } from '../core/quiz-changes.ts';
import { changeQuizDraft, type QuizDraft, quizDraftOf } from '../core/quiz-draft.ts';
import type { QuizProblem } from '../core/quiz-draft-content.ts';
import { countAttempts, findAuthoredQuiz, findPersonName, type QuizState } from '../data/quizzes.server.ts';
import { dayCode } from '../data/rules/entry.server.ts';
import { listSlotSupply, listSourcesInScope, sourcesOf } from '../data/slot-sources.server.ts';
import { listCategoryNames, listSlotQuestions } from '../data/slots.server.ts';

/** What the words and choices of the editor need beside the draft. */
export interface QuizEditorNames {
  questions: Record<
    string,
    { code: string; stem: string; type: QuestionTypeName; difficulty: Difficulty; isArchived: boolean }
  >;
  /** As a tree: each after the one above it, with the names from the top down. */
  categories: { id: string; path: string[]; parentId: string | null; counts: Record<Difficulty, number> }[];
  tags: { tag: string; counts: Record<Difficulty, number> }[];
  /** Names of the categories of slots, those outside the actor's own scope too. */
  categoryNames: Record<string, string>;
  places: { courseId: string; title: string; modules: { code: string; title: string }[] }[];
}

export interface QuizEditor {
  id: string;
  code: string;
  state: QuizState;
  base: QuizBase;
  gradeScale: number;
  /** The code of the day, where the stored quiz asks for one. */
  dayCode: string | null;
  savedAt: Date;
  savedBy: string | null;
  publishedAt: Date | null;
  attempts: number;
  /** What keeps the stored quiz from being published. */
  problems: QuizProblem[];
  /** Lines of fixed questions that are retired, or not approved where their category asks for it: told, not refused. */
  unapproved: number[];
  names: QuizEditorNames;
}

/** The editor of a quiz, as it is stored. */
export async function authorQuiz(actor: Actor, quizId: string): Promise<QuizEditor> {
  const scope = requireScope(actor, 'quiz.author');
  const { read, sql } = database();
  const quiz = await findAuthoredQuiz(read, scope, quizId);
  if (!quiz) throw new AppError('not-found');
  const draft = quizDraftOf(quiz);
  const supply = await listSlotSupply({ db: read, sql }, quiz.slots, quiz.unitPath);
  const { id, code, state, revision } = quiz;
  return {
    ...{ id, code, state, base: { revision, draft } },
    gradeScale: quiz.settings.gradeScale,
    dayCode: quiz.settings.access.kind === 'day-code' ? dayCode(id, now()) : null,
    savedAt: quiz.updatedAt,
    savedBy: await findPersonName(read, quiz.updatedById),
    publishedAt: quiz.publishedAt,
    attempts: await countAttempts(read, id),
    problems: publishProblems(quiz, supply.candidates, supply.archivedIds),
    unapproved: quiz.slots.flatMap((slot, at) =>
      slot.kind === 'fixed' && supply.unapprovedIds.has(slot.questionId) ? [at + 1] : [],
    ),
    names: await quizEditorNames(actor, id, [draft]),
  };
}

/**
 * The names and choices for one or several drafts of one quiz: what is typed, and what others stored meanwhile. A question
 * or category outside the actor's scope is named only where the quiz holds it already.
 */
export async function quizEditorNames(
  actor: Actor,
  quizId: string,
  drafts: readonly QuizDraft[],
): Promise<QuizEditorNames> {
  const scope = requireScope(actor, 'quiz.author');
  const { read } = database();
  const quiz = await findAuthoredQuiz(read, scope, quizId);
  if (!quiz) throw new AppError('not-found');
  const { questionIds, categoryIds } = sourcesOf(quiz.slots);
  const typed = drafts.flatMap((draft) => draft.slots);
  const known = await listSourcesInScope(read, scope, {
    questionIds: typed.map(({ questionId }) => questionId),
    categoryIds: typed.map(({ categoryId }) => categoryId),
  });
  for (const id of [...questionIds, ...categoryIds]) known.add(id);
  const slots = typed.map(({ questionId, categoryId }) => ({
    questionId: known.has(questionId) ? questionId : '',
    categoryId: known.has(categoryId) ? categoryId : '',
  }));
  const { categories } = await categoriesPage(actor);
  const questions = await listSlotQuestions(
    read,
    slots.map(({ questionId }) => questionId),
  );
  const names = await listCategoryNames(
    read,
    slots.map(({ categoryId }) => categoryId),
  );
  const courses = await authorCourses(actor);
  return {
    questions: Object.fromEntries(questions.map(({ id, stem, ...rest }) => [id, { ...rest, stem: plainText(stem) }])),
    tags: (await bankTags(actor)).map(({ tag, counts }) => ({ tag, counts })),
    categories: categories.map(({ id, path, parentId, counts }) => ({ id, path, parentId, counts })),
    categoryNames: Object.fromEntries(names),
    places: courses.map(({ id, title, modules }) => ({
      courseId: id,
      title,
      modules: modules.map(({ code, title: name }) => ({ code, title: name })),
    })),
  };
}

export interface QuestionChoice {
  id: string;
  code: string;
  stem: string;
  type: QuestionTypeName;
  difficulty: Difficulty;
  categoryName: string;
}

const MOST_CHOICES = 25;

/** Questions to put into a fixed slot: those of the bank that fit the search and are not in the draft yet. */
export async function questionChoices(
  actor: Actor,
  { search, category, draft }: { search: string; category: string; draft: QuizDraft },
): Promise<{ choices: QuestionChoice[]; total: number }> {
  const filter = { search, categoryId: category, type: '', difficulty: '', isArchived: false, page: 1 } as const;
  const { questions, total } = await questionsPage(actor, filter);
  const known = new Set(draft.slots.map(({ questionId }) => questionId));
  const choices = questions.filter(({ id }) => !known.has(id)).slice(0, MOST_CHOICES);
  return {
    choices: choices.map(({ id, code, stem, type, difficulty, categoryName }) => ({
      ...{ id, code, stem, type, difficulty, categoryName },
    })),
    total,
  };
}

/**
 * The draft after a button of its form was pressed. 'merge' takes over what others stored (`base`) since `seen`, where the
 * draft left it alone; 'search' only looks. Null for a button that no form has. Changes nothing stored.
 */
export function redrawnQuiz(
  actor: Actor,
  form: { draft: QuizDraft; base: QuizBase; seen?: QuizDraft; intent: string; picked: readonly string[] },
): QuizDraft | null {
  requireScope(actor, 'quiz.author');
  const { draft, base, seen, intent, picked } = form;
  if (intent === 'search') return draft;
  if (intent === 'merge') return seen ? mergeQuizDrafts(seen, draft, base.draft) : draft;
  return changeQuizDraft(draft, intent, picked);
}
