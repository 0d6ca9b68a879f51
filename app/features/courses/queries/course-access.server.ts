import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readerOf } from '../core/reader.ts';
import { findVisibleCourse, listOpenAssignments } from '../data/visible-courses.server.ts';

/** By which right the actor sees a course: it was assigned, or the actor may author it. Null = not found. */
export async function courseAccess(actor: Actor, courseId: string): Promise<'assigned' | 'author' | null> {
  const course = await findVisibleCourse(database().read, readerOf(actor), courseId, now());
  if (!course) return null;
  return course.assignments.length > 0 ? 'assigned' : 'author';
}

/** The published courses that are assigned to the actor now. */
export async function assignedCourseIds(actor: Actor): Promise<string[]> {
  const assignments = await listOpenAssignments(database().read, readerOf(actor), now());
  return [...new Set(assignments.map(({ courseId }) => courseId))];
}
