import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { isSameText, textOf } from '../core/lesson-editor/lesson-text.ts';
import { insertCopy, listLessonStates } from '../data/lesson-copies.server.ts';
import { findEditedLesson, holdDraft, writeDraft } from '../data/lesson-drafts.server.ts';

/**
 * Makes an earlier state of a lesson (`key`: 'v3' or a kept copy) its draft; the draft that it replaces is kept beside.
 * Answers false where that is what the draft says already. Throws not-found for an unknown lesson or state.
 */
export async function restoreLessonState(
  actor: Actor,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  key: string,
): Promise<boolean> {
  const scope = requireScope(actor, 'course.author');
  const found = await findEditedLesson(database().read, scope, courseId, lessonId);
  if (!found) throw new AppError('not-found');
  return transact(actor, 'courses.lesson-restored', async ({ tx, sql, at, record, unchanged }) => {
    const stored = (await holdDraft(sql, courseId, lessonId)) ?? { ...found.draft, revision: 0 };
    const state = (await listLessonStates(tx, courseId, lessonId)).find((each) => each.key === key);
    if (!state) throw new AppError('not-found');
    if (isSameText(stored, state)) {
      unchanged();
      return false;
    }
    const { updatedAt, updatedById } = stored;
    const about = { id: newId(), courseId, lessonId };
    if (stored.revision > 0)
      await insertCopy(sql, about, textOf(stored), { reason: 'replaced', at: updatedAt, byId: updatedById });
    const writing = { base: stored.revision, baseNumber: found.baseNumber, byId: actor.personId, at };
    if (!(await writeDraft(sql, about, textOf(state), writing))) throw new AppError('conflict', { reason: 'changed' });
    record(lessonId, { state: key }, found.course.unitPath);
    return true;
  });
}
