import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { lessonsOf } from '../core/course-outline.ts';
import { type OutlineDifference, outlineDifference } from '../core/outline-difference.ts';
import { readerOf } from '../core/reader.ts';
import { countRead } from '../core/study.ts';
import { listReadings } from '../data/lesson-reads.server.ts';
import { findRevisionOutline, listNews } from '../data/revisions.server.ts';
import { findVisibleCourse } from '../data/visible-courses.server.ts';

export interface CourseNews {
  course: { id: string; title: string; revision: number; newest: number };
  /** What the authors say of each revision since, the oldest first. */
  notes: { number: number; note: string; publishedAt: Date }[];
  difference: OutlineDifference;
  /** Lessons that the reader has read and must read again after going on. */
  again: { id: string; title: string }[];
  /** How the reader would stand after going on. */
  after: { read: number; total: number };
  now: { read: number; total: number };
}

/** What is new in a course for who studies an older revision; null = that is the newest. Not found as `coursePage`. */
export async function courseNews(actor: Actor, courseId: string): Promise<CourseNews | null> {
  const db = database().read;
  const course = await findVisibleCourse(db, readerOf(actor), courseId, now());
  if (!course) throw new AppError('not-found');
  const { revision, newest } = course;
  const before = revision < newest ? await findRevisionOutline(db, courseId, revision) : null;
  const newer = before && (await findRevisionOutline(db, courseId, newest));
  if (!before || !newer) return null;
  const { notes, readAgain } = await listNews(db, courseId, revision, newest);
  const readings = await listReadings(db, actor.personId, [courseId]);
  const read = new Set(readings.filter(({ readAt }) => readAt).map(({ lessonId }) => lessonId));
  const again = lessonsOf(newer).filter(({ lessonId }) => readAgain.includes(lessonId) && read.has(lessonId));
  const ids = (outline: typeof newer) => lessonsOf(outline).map(({ lessonId: id }) => ({ id }));
  const kept = countRead(ids(newer), readings) - again.length;
  return {
    course: { id: courseId, title: before.title, revision, newest },
    ...{ notes, difference: outlineDifference(before, newer) },
    again: again.map(({ lessonId: id, title }) => ({ id, title })),
    now: { read: countRead(ids(before), readings), total: ids(before).length },
    after: { read: kept, total: ids(newer).length },
  };
}
