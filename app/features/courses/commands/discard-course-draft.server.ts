import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { stateOfProspect } from '../core/course-prospect.ts';
import { textOf } from '../core/lesson-editor/lesson-text.ts';
import { holdCourse } from '../data/course-content.server.ts';
import { deleteDrafts, findAuthoredCourse, loadDraft } from '../data/course-drafts.server.ts';
import { insertCopy } from '../data/lesson-copies.server.ts';

/**
 * Gives up what was changed since the last publication: the outline and every working copy of a lesson, which stay as
 * states of their lessons. `seen` as for publishing: who has not seen the newest state gives up nothing. A course that was
 * never published keeps its draft. Throws not-found outside the scope.
 */
export async function discardCourseDraft(
  actor: Actor,
  courseId: string,
  seen: string,
): Promise<{ kind: 'discarded' | 'changed-meanwhile' | 'never-published' }> {
  const scope = requireScope(actor, 'course.author');
  return transact(actor, 'courses.draft-discarded', async ({ tx, sql, at, record, unchanged }) => {
    await holdCourse(sql, courseId);
    const course = await findAuthoredCourse(tx, scope, courseId);
    if (!course) throw new AppError('not-found');
    const draft = await loadDraft(tx, course);
    const refusal =
      course.revision === 0 ? 'never-published' : stateOfProspect(draft) !== seen ? 'changed-meanwhile' : null;
    if (refusal) {
      unchanged();
      return { kind: refusal };
    }
    const copies = [...draft.lessons.values()].filter(({ draftRevision }) => draftRevision > 0);
    for (const lesson of copies) {
      const key = { id: newId(), courseId, lessonId: lesson.lessonId };
      await insertCopy(sql, key, textOf(lesson), { reason: 'replaced', at, byId: actor.personId });
    }
    await deleteDrafts(tx, courseId, null);
    record(courseId, { code: course.code, lessons: copies.length }, course.unitPath);
    return { kind: 'discarded' };
  });
}
