import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import { placeOf } from '../core/course-outline.ts';
import { takeLessons } from '../core/word-lesson/take-lessons.ts';
import type { WordModule } from '../core/word-lesson/word-to-lessons.ts';
import { findAuthoredCourse, loadDraft, writeOutline } from '../data/course-drafts.server.ts';
import { writeDraft } from '../data/lesson-drafts.server.ts';

export type TakeLessonsResult =
  | { kind: 'taken'; modules: number; lessons: number }
  /** The same form again: everything stands there already. */
  | { kind: 'unchanged' }
  | { kind: 'too-many' };

/**
 * Puts the modules and lessons of a document behind those of a course's draft, all or nothing; learners see nothing of it
 * until it is published. `key` is the form's: sent twice, it makes them once. Throws not-found for a course outside the scope.
 */
export async function takeWordLessons(
  actor: Actor,
  courseId: string,
  { key, modules, untitled }: { key: string; modules: readonly WordModule[]; untitled: string },
): Promise<TakeLessonsResult> {
  const scope = requireScope(actor, 'course.author');
  return transact(
    actor,
    'courses.lessons-taken',
    async ({ tx, sql, at, record, unchanged }): Promise<TakeLessonsResult> => {
      const course = await findAuthoredCourse(tx, scope, courseId);
      if (!course) throw new AppError('not-found');
      const { outline, revision } = await loadDraft(tx, course);
      const idOf = (index: number) => sha256(`${courseId} ${key} ${index}`).slice(0, 20);
      const taken = takeLessons(outline, modules, { idOf, asOf: dateOf(at), untitled });
      const first = taken === 'too-many' ? undefined : taken.drafts[0];
      if (taken === 'too-many' || !first || placeOf(outline, first.lessonId)) {
        unchanged();
        return { kind: taken === 'too-many' ? 'too-many' : 'unchanged' };
      }
      const writing = { base: revision, byId: actor.personId, at };
      if (!(await writeOutline(sql, courseId, taken.outline, writing)))
        throw new AppError('conflict', { reason: 'changed' });
      for (const { lessonId, text } of taken.drafts)
        await writeDraft(sql, { courseId, lessonId }, text, { ...writing, base: 0, baseNumber: null });
      record(courseId, { modules: modules.length, lessons: taken.drafts.length }, course.unitPath);
      return { kind: 'taken', modules: modules.length, lessons: taken.drafts.length };
    },
  );
}
