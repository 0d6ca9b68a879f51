import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { authorCourse } from '#app/features/courses/queries/author-courses.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { QuizKind } from '../core/settings.ts';
import { listPublishedQuizzes, listQuizTitles } from '../data/quizzes.server.ts';

/** A quiz that an assignment may ask to be passed. Nothing here tells a key. */
export interface QuizChoice {
  id: string;
  title: string;
  kind: QuizKind;
  passGrade: number;
  gradeScale: number;
}

/** The published quizzes of a course that the actor may assign, in the course's order. */
export async function courseQuizChoices(actor: Actor, courseId: string): Promise<QuizChoice[]> {
  requireScope(actor, 'assignment.manage');
  await authorCourse(actor, courseId);
  const quizzes = await listPublishedQuizzes(database().read, courseId);
  return quizzes.map(({ id, title, settings }) => {
    const { kind, passGrade, gradeScale } = settings;
    return { id, title, kind, passGrade, gradeScale };
  });
}

/** What keeps a rule of completion from being asked for: nothing asked at all, or a quiz that learners would not find. */
export async function completionProblems(
  actor: Actor,
  courseId: string,
  rule: CompletionRule,
): Promise<{ field: 'lessons' | 'quizIds'; code: 'nothing-asked' | 'unknown-quiz' }[]> {
  const known = new Set((await courseQuizChoices(actor, courseId)).map(({ id }) => id));
  if (rule.quizIds.some((id) => !known.has(id))) return [{ field: 'quizIds', code: 'unknown-quiz' }];
  return rule.lessons === 'none' && rule.quizIds.length === 0 ? [{ field: 'lessons', code: 'nothing-asked' }] : [];
}

/** The titles of quizzes that an assignment names, whatever their state: for who manages assignments. */
export async function quizTitles(actor: Actor, ids: readonly string[]): Promise<string[]> {
  requireScope(actor, 'assignment.manage');
  return listQuizTitles(database().read, ids);
}
