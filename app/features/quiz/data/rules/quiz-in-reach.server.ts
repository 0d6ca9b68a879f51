import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { findQuiz, type QuizToTake } from '../quiz-for-attempt.server.ts';

/**
 * A quiz that somebody with this scope may make exceptions at, or null: one of a unit within the scope, or one of a unit
 * above it, which people of the scope may be given. Whom an exception is for must lie within the scope in either case.
 */
export async function findQuizInReach(
  sql: Sql,
  scope: readonly UnitPath[],
  quizId: string,
): Promise<(QuizToTake & { isOwn: boolean }) | null> {
  const quiz = await findQuiz(sql, quizId);
  if (!quiz) return null;
  const isOwn = scope.some((path) => isWithin(quiz.unitPath, path));
  const isAbove = scope.some((path) => isWithin(path, quiz.unitPath));
  return isOwn || isAbove ? { ...quiz, isOwn } : null;
}
