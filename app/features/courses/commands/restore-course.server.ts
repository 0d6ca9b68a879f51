import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findAuthoredCourse, replaceState } from '../data/course-drafts.server.ts';

/** Takes a course out of the archive: to its learners where it was published before, else as a draft. Likewise. */
export async function restoreCourse(actor: Actor, courseId: string): Promise<void> {
  const scope = requireScope(actor, 'course.author');
  await transact(actor, 'courses.restored', async ({ tx, at, record, unchanged }) => {
    const course = await findAuthoredCourse(tx, scope, courseId);
    if (!course) throw new AppError('not-found');
    if (course.state !== 'archived') return unchanged();
    const state = course.revision > 0 ? 'published' : 'draft';
    await replaceState(tx, courseId, state, at);
    record(courseId, { code: course.code, to: state }, course.unitPath);
  });
}
