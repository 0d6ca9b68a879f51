import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findAuthoredCourse, replaceState } from '../data/course-drafts.server.ts';

/**
 * Puts a course away: learners see it no more, what they did and what leaders count stays. Twice changes nothing. Throws
 * not-found outside the scope.
 */
export async function archiveCourse(actor: Actor, courseId: string): Promise<void> {
  const scope = requireScope(actor, 'course.author');
  await transact(actor, 'courses.archived', async ({ tx, at, record, unchanged }) => {
    const course = await findAuthoredCourse(tx, scope, courseId);
    if (!course) throw new AppError('not-found');
    if (course.state === 'archived') return unchanged();
    await replaceState(tx, courseId, 'archived', at);
    record(courseId, { code: course.code, from: course.state }, course.unitPath);
  });
}
