import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { AttachRefusal } from '../../core/files/attach.ts';
import { pageRefusal } from '../../core/rules/forward.ts';
import { refusalOf } from '../../core/save-answer.ts';
import { findAttachedFile, removeAttemptFile } from '../../data/attempt-files.server.ts';
import { findOwnPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { requireNetwork } from '../../data/rules/entry.server.ts';
import { holdStanding } from '../../data/rules/open-page.server.ts';

export type RemoveOutcome = { outcome: 'removed' } | { outcome: 'refused'; reason: AttachRefusal };

/** Takes a file off an answer of the learner's own open attempt. Not found for any other file. */
export async function removeFile(
  actor: Actor,
  attemptId: string,
  fileId: string,
  address?: string,
): Promise<RemoveOutcome> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  requireNetwork(own, address);
  return transact(actor, 'quiz.file-removed', async ({ sql, at, record, unchanged }): Promise<RemoveOutcome> => {
    const standing = await holdStanding(sql, attemptId);
    const file = await findAttachedFile(sql, attemptId, fileId);
    if (!standing || !file) throw new AppError('not-found');
    const reason =
      refusalOf(attemptOf(standing, pinnedOf(own)), at) ??
      pageRefusal(own.paper, own.settings, standing.openPage, file.slot);
    if (reason) {
      unchanged();
      return { outcome: 'refused', reason };
    }
    await removeAttemptFile(sql, attemptId, fileId, at);
    record(attemptId, { slot: file.slot, fileId });
    return { outcome: 'removed' };
  });
}
