import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findQuestion, replaceArchivedAt } from '../data/questions.server.ts';

/**
 * Takes a question out of the bank's lists and random draws. Its versions stay: papers that hold it, and quizzes that name
 * it, go on working.
 */
export async function archiveQuestion(actor: Actor, questionId: string): Promise<void> {
  const scope = requireScope(actor, 'question.author');
  await transact(actor, 'questions.question-archived', async ({ tx, at, record, unchanged }) => {
    const question = await findQuestion(tx, scope, questionId);
    if (!question) throw new AppError('not-found');
    if (question.archivedAt) return unchanged();
    await replaceArchivedAt(tx, questionId, at, at);
    record(questionId, { code: question.code }, question.unitPath);
  });
}
