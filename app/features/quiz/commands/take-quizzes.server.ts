import type { Change } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { insertTakenQuiz, replaceTakenQuiz } from '../data/packaged-quizzes.server.ts';
import { holdQuiz } from '../data/quiz-for-attempt.server.ts';

export interface QuizzesToTake {
  create: readonly Parameters<typeof insertTakenQuiz>[1][];
  change: readonly Parameters<typeof replaceTakenQuiz>[1][];
}

/**
 * A step of a greater change (a whole course that came from elsewhere): adds quizzes, and replaces what known ones say; who has
 * begun keeps the paper and the settings of the beginning. Who takes them has judged scope and sources in the same
 * transaction. Throws conflict where a quiz was changed meanwhile.
 */
export async function takeQuizzes(
  { tx, sql, at }: Change,
  byId: string | null,
  { create, change }: QuizzesToTake,
): Promise<void> {
  for (const quiz of create) await insertTakenQuiz(tx, quiz, { at, byId });
  for (const quiz of change) {
    await holdQuiz(sql, quiz.id);
    if (!(await replaceTakenQuiz(tx, quiz, { at, byId }))) throw new AppError('conflict', { reason: 'changed' });
  }
}
