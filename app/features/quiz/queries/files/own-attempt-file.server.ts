import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AttachedFile, findAttachedFile } from '../../data/attempt-files.server.ts';
import { findOwnPaper } from '../../data/attempt-papers.server.ts';
import { attemptResult } from '../attempt-result.server.ts';

/**
 * A file of the learner's own attempt: while the attempt is open, and afterwards as long as the review shows the own
 * answers. Not found otherwise, and for anybody else's.
 */
export async function ownAttemptFile(actor: Actor, attemptId: string, fileId: string): Promise<AttachedFile> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const file = own && (await findAttachedFile(sql, attemptId, fileId));
  if (!file) throw new AppError('not-found');
  const result = await attemptResult(actor, attemptId);
  const question = result.kind === 'ended' ? result.questions.find(({ slot }) => slot === file.slot) : undefined;
  // The review says "answers" by showing one, be it an empty one.
  if (result.kind === 'ended' && !(question && 'answer' in question)) throw new AppError('not-found');
  return file;
}
