import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { readerOf } from '../core/reader.ts';
import { moveStarts, unread } from '../data/course-starts.server.ts';
import { listNews } from '../data/revisions.server.ts';
import { findVisibleCourse } from '../data/visible-courses.server.ts';

/**
 * The learner goes on to the newest revision: what was read of lessons that stay is kept, but for those whose new text must
 * be read again. Twice changes nothing. Throws not-found for a course that the actor may not see.
 */
export async function moveToNewest(
  actor: Actor,
  courseId: string,
): Promise<{ kind: 'moved' | 'unchanged'; revision: number }> {
  return transact(actor, 'courses.moved-on', async ({ tx, sql, at, record, emit, unchanged }) => {
    const course = await findVisibleCourse(tx, readerOf(actor), courseId, at);
    if (!course) throw new AppError('not-found');
    const { revision: from, newest: to } = course;
    const key = { courseId, personIds: [actor.personId] };
    if (from >= to || (await moveStarts(sql, { ...key, to }, { byId: null, reason: '' }, at)) === 0) {
      unchanged();
      return { kind: 'unchanged', revision: to };
    }
    const { readAgain } = await listNews(tx, courseId, from, to);
    await unread(sql, { ...key, lessonIds: readAgain }, at);
    record(courseId, { code: course.code, from, to }, actor.unitPath);
    emit({ type: 'course-starts-moved', ...key });
    return { kind: 'moved', revision: to };
  });
}
