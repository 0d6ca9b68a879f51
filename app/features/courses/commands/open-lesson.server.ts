import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { noTerms, type OwnTerms } from '../core/own-terms.ts';
import { insertOpening } from '../data/lesson-reads.server.ts';

/**
 * Writes down when a lesson was opened that must be open for a while before it counts as read. The caller has found it
 * among those that the actor studies; opened again, it changes nothing.
 */
export async function openLesson(
  actor: Actor,
  key: { courseId: string; lessonId: string },
  { countsFrom }: Pick<OwnTerms, 'countsFrom'> = noTerms,
): Promise<void> {
  await transactQuietly('courses.reading-place', (sql, at) =>
    insertOpening(sql, { ...key, personId: actor.personId }, at, countsFrom.get(key.courseId) ?? null),
  );
}
