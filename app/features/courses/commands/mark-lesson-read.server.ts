import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { noTerms, type OwnTerms } from '../core/own-terms.ts';
import { readerOf } from '../core/reader.ts';
import { leastReadingSeconds, readableFrom } from '../core/reading-time.ts';
import { insertStart } from '../data/course-starts.server.ts';
import { findOpening, insertOpening, markRead } from '../data/lesson-reads.server.ts';
import { findVisibleLesson } from '../data/visible-courses.server.ts';

export type MarkedRead =
  | { kind: 'read' | 'unchanged'; courseId: string }
  /** An assignment asks for a least time, which is over at `from`. */
  | { kind: 'too-soon'; courseId: string; from: Date };

/**
 * The reader says that a lesson has been read. Twice is `unchanged`: one event, one line in the log. While a certificate is
 * being renewed, what was read before may be read anew. Too soon after its opening it is not read yet.
 */
export async function markLessonRead(
  actor: Actor,
  lessonId: string,
  { countsFrom }: Pick<OwnTerms, 'countsFrom'> = noTerms,
): Promise<MarkedRead> {
  return transact<MarkedRead>(actor, 'courses.lesson-read', async ({ tx, sql, at, record, emit, unchanged }) => {
    const lesson = await findVisibleLesson(tx, readerOf(actor), lessonId, at);
    if (!lesson) throw new AppError('not-found');
    const key = { personId: actor.personId, lessonId, courseId: lesson.course.id };
    const since = countsFrom.get(key.courseId) ?? null;
    const least = leastReadingSeconds(
      lesson.minutes,
      lesson.course.assignments.map(({ rule }) => rule),
    );
    const from = least > 0 ? readableFrom(least, await findOpening(sql, key, since), at) : null;
    if (from) {
      await insertOpening(sql, key, at, since);
      unchanged();
      return { kind: 'too-soon', courseId: key.courseId, from };
    }
    if (!(await markRead(sql, key, at, since))) {
      unchanged();
      return { kind: 'unchanged', courseId: key.courseId };
    }
    const { assignments, isBegun, revision } = lesson.course;
    if (assignments.length > 0 && !isBegun) await insertStart(sql, { ...key, revision }, at);
    record(lessonId, { code: lesson.code }, actor.unitPath);
    emit({ type: 'lesson-read', ...key });
    return { kind: 'read', courseId: key.courseId };
  });
}
