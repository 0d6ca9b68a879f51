import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdAuthoredQuiz, replaceQuizState } from '../data/quizzes.server.ts';

/** Brings an archived quiz back as a draft. */
export async function restoreQuiz(actor: Actor, quizId: string): Promise<void> {
  const scope = requireScope(actor, 'quiz.author');
  await transact(actor, 'quiz.restored', async ({ tx, sql, at, record, unchanged }) => {
    const quiz = await holdAuthoredQuiz({ tx, sql }, scope, quizId);
    if (!quiz) throw new AppError('not-found');
    if (quiz.state !== 'archived') return unchanged();
    await replaceQuizState(tx, quizId, 'draft', at);
    record(quizId, { code: quiz.code }, quiz.unitPath);
  });
}
