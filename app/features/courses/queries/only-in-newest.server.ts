import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readerOf } from '../core/reader.ts';
import { findNewestLesson } from '../data/visible-courses.server.ts';

/**
 * The title of a lesson that the newest revision of a course has, where the actor studies an older one without it; null in every
 * other case.
 */
export const onlyInNewest = (
  actor: Actor,
  { courseId, lessonId }: { courseId: string; lessonId: string },
): Promise<string | null> => findNewestLesson(database().read, readerOf(actor), { courseId, lessonId }, now());
