import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { CheckSource } from '#app/platform/documents/lesson-blocks.server.ts';
import { documentChecks } from '#app/platform/documents/markdown.server.ts';
import { readerOf } from '../core/reader.ts';
import { findCourseUnitPath } from '../data/lesson-drafts.server.ts';
import { findVisibleLesson } from '../data/visible-courses.server.ts';

export interface LessonCheckSources {
  courseId: string;
  /** Where the course belongs: its checks may name questions of this subtree. */
  unitPath: UnitPath;
  /** With their keys: for higher features to judge by, never for a page. */
  checks: CheckSource[];
}

/** The check-yourself blocks of a lesson that the actor may read, in the revision that the actor studies. Throws not-found. */
export async function lessonCheckSources(actor: Actor, lessonId: string): Promise<LessonCheckSources> {
  const db = database().read;
  const found = await findVisibleLesson(db, readerOf(actor), lessonId, now());
  if (!found) throw new AppError('not-found');
  const unitPath = await findCourseUnitPath(db, found.course.id);
  return { courseId: found.course.id, unitPath, checks: documentChecks(found.body) };
}
