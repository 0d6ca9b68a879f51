import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type AttachRefusal, attachRefusal } from '../../core/files/attach.ts';
import { pageRefusal } from '../../core/rules/forward.ts';
import { refusalOf } from '../../core/save-answer.ts';
import { findContentSize, insertAttemptFile, listAttachedFiles } from '../../data/attempt-files.server.ts';
import { findOwnPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { requireNetwork } from '../../data/rules/entry.server.ts';
import { holdStanding } from '../../data/rules/open-page.server.ts';

export type AttachOutcome = { outcome: 'attached'; fileId: string } | { outcome: 'refused'; reason: AttachRefusal };

/**
 * Attaches a content that was just kept to an answer of the learner's own open attempt. Counted while the attempt is held,
 * so that two devices never go past the limit together. Not found for anybody else's attempt.
 */
export async function attachFile(
  actor: Actor,
  attemptId: string,
  { slot, mediaId, name }: { slot: number; mediaId: string; name: string },
  address?: string,
): Promise<AttachOutcome> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  requireNetwork(own, address);
  const place = own.paper[slot - 1];
  if (!place) return { outcome: 'refused', reason: 'unknown-slot' };
  const { body } = await questionVersion(place.questionVersionId);
  return transact(actor, 'quiz.file-attached', async ({ sql, at, record, unchanged }): Promise<AttachOutcome> => {
    const standing = await holdStanding(sql, attemptId);
    const byteSize = await findContentSize(sql, mediaId);
    if (!standing || byteSize === null) throw new AppError('not-found');
    const attached = await listAttachedFiles(sql, attemptId, slot);
    const reason =
      refusalOf(attemptOf(standing, pinnedOf(own)), at) ??
      pageRefusal(own.paper, own.settings, standing.openPage, slot) ??
      attachRefusal(body, attached, { mediaId, byteSize });
    if (reason) {
      unchanged();
      return { outcome: 'refused', reason };
    }
    const fileId = newId();
    await insertAttemptFile(sql, { id: fileId, attemptId, slot, mediaId, name, addedAt: at });
    record(attemptId, { slot, fileId, mediaId, byteSize });
    return { outcome: 'attached', fileId };
  });
}
