import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdAuthoredQuiz, replaceQuizState } from '../data/quizzes.server.ts';

/** Takes a published quiz back to draft: nobody starts it any more, attempts in progress go on to their end. */
export async function unpublishQuiz(actor: Actor, quizId: string): Promise<void> {
  const scope = requireScope(actor, 'quiz.author');
  await transact(actor, 'quiz.unpublished', async ({ tx, sql, at, record, unchanged }) => {
    const quiz = await holdAuthoredQuiz({ tx, sql }, scope, quizId);
    if (!quiz) throw new AppError('not-found');
    if (quiz.state !== 'published') return unchanged();
    await replaceQuizState(tx, quizId, 'draft', at);
    record(quizId, { code: quiz.code }, quiz.unitPath);
  });
}
