import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findCourseId } from '../data/course-facts.server.ts';

/** The id of the course with this code that the actor may write, or null. */
export const courseCalled = (actor: Actor, code: string): Promise<string | null> =>
  findCourseId(database().read, requireScope(actor, 'course.author'), code);
