import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findComment, insertComment } from '../data/comments.server.ts';
import { findQuestion } from '../data/questions.server.ts';
import { evenSentTwice } from '../data/sent-twice.server.ts';

/** Says something about a question, beside its current version. `id` came with the form: sent twice, it is said once. */
export async function commentQuestion(
  actor: Actor,
  questionId: string,
  { id, text }: { id: string; text: string },
): Promise<void> {
  const scope = requireScope(actor, 'question.author');
  const say = () =>
    transact(actor, 'questions.comment-added', async ({ tx, at, record, unchanged }) => {
      const question = await findQuestion(tx, scope, questionId);
      if (!question) throw new AppError('not-found');
      if (await findComment(tx, questionId, id)) return unchanged();
      const { number, code, unitPath } = question;
      await insertComment(tx, { id, questionId, versionNumber: number, text, authorId: actor.personId, createdAt: at });
      record(questionId, { code, number }, unitPath);
    });
  await evenSentTwice(say);
}
