import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readerOf } from '../core/reader.ts';
import { insertStart } from '../data/course-starts.server.ts';
import { keepPlace } from '../data/lesson-reads.server.ts';
import { findVisibleLesson } from '../data/visible-courses.server.ts';

/** Keeps how far the reader has scrolled in a lesson, 0..1, for the return; a lesson that was read stays read. */
export async function keepReadingPlace(actor: Actor, lessonId: string, scroll: number): Promise<void> {
  const lesson = await findVisibleLesson(database().read, readerOf(actor), lessonId, now());
  if (!lesson) throw new AppError('not-found');
  const key = { personId: actor.personId, lessonId, courseId: lesson.course.id };
  const { course } = lesson;
  const isFirstStep = course.assignments.length > 0 && !course.isBegun;
  await transactQuietly('courses.reading-place', async (sql, at) => {
    if (isFirstStep) await insertStart(sql, { ...key, revision: course.revision }, at);
    await keepPlace(sql, key, scroll, at);
  });
}
