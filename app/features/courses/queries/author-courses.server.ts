import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findAssignableCourse, listAssignableCourses } from '../data/assignments.server.ts';
import { listOutline, type OutlineModule } from '../data/visible-courses.server.ts';

export interface OutlinedCourse {
  id: string;
  code: string;
  title: string;
  modules: Omit<OutlineModule, 'courseId'>[];
}

/** The courses that the actor may assign, with modules and lessons, by title. */
export async function authorCourses(actor: Actor): Promise<OutlinedCourse[]> {
  const scope = requireScope(actor, 'assignment.manage');
  const courses = await listAssignableCourses(database().read, scope);
  return outlined(courses);
}

/** One of them. */
export async function authorCourse(actor: Actor, courseId: string): Promise<OutlinedCourse> {
  const scope = requireScope(actor, 'assignment.manage');
  const course = await findAssignableCourse(database().read, scope, courseId);
  if (!course) throw new AppError('not-found');
  return (await outlined([course]))[0]!;
}

async function outlined(courses: readonly { id: string; code: string; title: string }[]): Promise<OutlinedCourse[]> {
  const ids = courses.map(({ id }) => id);
  const modules = await listOutline(database().read, ids);
  return courses.map((course) => ({
    ...course,
    modules: modules.filter(({ courseId }) => courseId === course.id).map(({ courseId: _, ...module }) => module),
  }));
}
