import type { Actor } from '#app/features/access/core/role.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AttachRefusal, attachRefusal, mostFilesOf } from '../../core/files/attach.ts';
import { pageRefusal } from '../../core/rules/forward.ts';
import { refusalOf } from '../../core/save-answer.ts';
import { findStandingWithAnswers } from '../../data/answers.server.ts';
import { listAttachedFiles } from '../../data/attempt-files.server.ts';
import { findOwnPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { requireNetwork } from '../../data/rules/entry.server.ts';

export interface AttachmentDesk {
  attemptId: string;
  slot: number;
  title: string;
  files: { id: string; name: string; byteSize: number }[];
  maxFiles: number;
  /** Why no other file may come now; null = it may. */
  refusal: AttachRefusal | null;
}

/**
 * The files of one answer of the learner's own attempt, and whether another may come: asked before a file is read too, so
 * that nothing is kept for an answer that takes none. Not found for anybody else's attempt, and for questions without files.
 */
export async function attachmentDesk(
  actor: Actor,
  attemptId: string,
  slot: number,
  address?: string,
): Promise<AttachmentDesk> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const place = own?.paper[slot - 1];
  const found = own && (await findStandingWithAnswers(sql, attemptId));
  if (!own || !place || !found) throw new AppError('not-found');
  requireNetwork(own, address);
  const { body } = await questionVersion(place.questionVersionId);
  const maxFiles = mostFilesOf(body);
  if (maxFiles === 0) throw new AppError('not-found');
  const attached = await listAttachedFiles(sql, attemptId, slot);
  const refusal =
    refusalOf(attemptOf(found.standing, pinnedOf(own)), now()) ??
    pageRefusal(own.paper, own.settings, found.standing.openPage, slot) ??
    attachRefusal(body, attached, null);
  const files = attached.map(({ id, name, byteSize }) => ({ id, name, byteSize: Number(byteSize) }));
  return { attemptId, slot, title: own.title, files, maxFiles, refusal };
}
