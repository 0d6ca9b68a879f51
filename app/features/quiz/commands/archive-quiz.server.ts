import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdAuthoredQuiz, replaceQuizState } from '../data/quizzes.server.ts';

/** Takes a quiz out of the lists for good; its attempts and results stay. */
export async function archiveQuiz(actor: Actor, quizId: string): Promise<void> {
  const scope = requireScope(actor, 'quiz.author');
  await transact(actor, 'quiz.archived', async ({ tx, sql, at, record, unchanged }) => {
    const quiz = await holdAuthoredQuiz({ tx, sql }, scope, quizId);
    if (!quiz) throw new AppError('not-found');
    if (quiz.state === 'archived') return unchanged();
    await replaceQuizState(tx, quizId, 'archived', at);
    record(quizId, { code: quiz.code }, quiz.unitPath);
  });
}
