import { mayAnywhere, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { matchesSearch } from '#app/kernel/vietnamese-text.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { QuizKind } from '../core/settings.ts';
import { listAuthoredQuizzes, type QuizState } from '../data/quizzes.server.ts';

export interface ListedQuiz {
  id: string;
  code: string;
  title: string;
  kind: QuizKind;
  state: QuizState;
  courseTitle: string | null;
  moduleCode: string | null;
  /** How many questions a paper has, and what they are worth together. */
  questions: number;
  totalMark: number;
  attempts: number;
  passGrade: number;
  gradeScale: number;
  closeAt: Date | null;
  updatedAt: Date;
}

/** The quizzes of the author's scope, changed last first; of one course in the course's order. Search ignores tone marks. */
export async function authorQuizzes(
  actor: Actor,
  { search = '', courseId, isArchived = false }: { search?: string; courseId?: string; isArchived?: boolean } = {},
): Promise<ListedQuiz[]> {
  const scope = requireScope(actor, 'quiz.author');
  const rows = await listAuthoredQuizzes(database().read, scope, { ...(courseId && { courseId }), isArchived });
  return rows
    .filter((row) => matchesSearch(`${row.title} ${row.code}`, search))
    .map(({ course, slots, _count, settings, ...row }) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      kind: row.kind as QuizKind,
      state: row.state as QuizState,
      courseTitle: course?.title ?? null,
      moduleCode: row.moduleCode,
      questions: slots.reduce((sum, { count }) => sum + count, 0),
      totalMark: slots.reduce((sum, { count, maxMark }) => sum + count * maxMark, 0),
      attempts: _count.attempts,
      passGrade: settings.passGrade,
      gradeScale: settings.gradeScale,
      closeAt: settings.closeAt,
      updatedAt: row.updatedAt,
    }));
}

/**
 * The quizzes of one course for who may edit them; null for others who manage assignments (an administrator): their
 * editors hold keys.
 */
export async function authorQuizzesOfCourse(actor: Actor, courseId: string): Promise<ListedQuiz[] | null> {
  return mayAnywhere(actor, 'quiz.author') ? authorQuizzes(actor, { courseId }) : null;
}
