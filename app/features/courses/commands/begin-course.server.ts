import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { insertStart } from '../data/course-starts.server.ts';

/**
 * Writes down the first step in a course: the revision that the actor has just been shown (`LessonPage.isFirstStep`) is the
 * one that stays the actor's own. A second time changes nothing.
 */
export async function beginCourse(
  actor: Actor,
  { courseId, revision }: { courseId: string; revision: number },
): Promise<void> {
  const { personId } = actor;
  await transactQuietly('courses.begun', (sql, at) => insertStart(sql, { personId, courseId, revision }, at));
}
