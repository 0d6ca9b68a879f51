import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AuthoredCourse, findAuthoredCourse } from '../data/course-drafts.server.ts';

/** The heading of a course that the actor authors, in any state. Throws not-found outside the scope. */
export async function authoredCourse(actor: Actor, courseId: string): Promise<AuthoredCourse> {
  const scope = requireScope(actor, 'course.author');
  const course = await findAuthoredCourse(database().read, scope, courseId);
  if (!course) throw new AppError('not-found');
  return course;
}
