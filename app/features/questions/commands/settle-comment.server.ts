import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findComment, replaceSettled } from '../data/comments.server.ts';
import { findQuestion } from '../data/questions.server.ts';

/** Settles a comment on a question, or opens it again: any author of the bank may. */
export async function settleComment(
  actor: Actor,
  questionId: string,
  { id, isSettled }: { id: string; isSettled: boolean },
): Promise<void> {
  const scope = requireScope(actor, 'question.author');
  await transact(actor, 'questions.comment-settled', async ({ tx, at, record, unchanged }) => {
    const question = await findQuestion(tx, scope, questionId);
    const comment = question && (await findComment(tx, questionId, id));
    if (!comment) throw new AppError('not-found');
    if ((comment.settledAt !== null) === isSettled) return unchanged();
    await replaceSettled(tx, id, isSettled ? { at, byId: actor.personId } : null);
    record(questionId, { code: question.code, isSettled }, question.unitPath);
  });
}
