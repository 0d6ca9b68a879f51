import { requireScope, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findAssignableCourse, listAssignableCourses, listUnitsOfScope } from '../data/assignments.server.ts';
import { findAuthoredCourse, listAuthoredCourses, listDraftedIds } from '../data/course-drafts.server.ts';
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

export type CourseState = 'draft' | 'published' | 'archived';

export interface ManagedCourse extends OutlinedCourse {
  state: CourseState;
  /** The actor may change it. */
  isOwn: boolean;
  /** Authors have unpublished work on it; told to who may change it. */
  isDrafted: boolean;
  /** The newest published revision; 0 = none. */
  revision: number;
}

/** One of them, or one that the actor authors, in whatever state. */
export async function authorCourse(actor: Actor, courseId: string): Promise<ManagedCourse> {
  const scope = requireScope(actor, 'assignment.manage');
  const db = database().read;
  const own = await findAuthoredCourse(db, scopeOf(actor, 'course.author'), courseId);
  const course = own ?? (await findAssignableCourse(db, scope, courseId));
  if (!course) throw new AppError('not-found');
  const { id, code, title } = course;
  const isDrafted = own !== null && (await listDraftedIds(db, [id])).has(id);
  const state = own?.state ?? 'published';
  const about = { state, isOwn: own !== null, isDrafted, revision: own?.revision ?? 1 };
  return { ...(await outlined([{ id, code, title }]))[0]!, ...about };
}

export interface AuthoredCourseRow {
  id: string;
  title: string;
  unitName: string;
  state: CourseState;
  /** 0 = never published. */
  revision: number;
  isDrafted: boolean;
}

/** Every course that the actor may change, drafts and archived ones too, what was changed last first; none for who authors nothing. */
export async function authoredCourses(actor: Actor): Promise<{ courses: AuthoredCourseRow[]; mayBegin: boolean }> {
  const db = database().read;
  const scope = scopeOf(actor, 'course.author');
  const courses = await listAuthoredCourses(db, scope);
  const drafted = await listDraftedIds(
    db,
    courses.map(({ id }) => id),
  );
  const rows = courses.map(({ id, title, unitName, state, revision }) => ({
    ...{ id, title, unitName, state, revision },
    isDrafted: drafted.has(id),
  }));
  return { courses: rows, mayBegin: scope.length > 0 };
}

/** The units for which the actor may begin a course. */
export async function courseUnits(actor: Actor): Promise<{ id: string; name: string }[]> {
  const scope = requireScope(actor, 'course.author');
  const units = await listUnitsOfScope(database().read, scope);
  return units.map(({ id, name }) => ({ id, name }));
}

async function outlined(courses: readonly { id: string; code: string; title: string }[]): Promise<OutlinedCourse[]> {
  const ids = courses.map(({ id }) => id);
  const modules = await listOutline(database().read, ids);
  return courses.map((course) => ({
    ...course,
    modules: modules.filter(({ courseId }) => courseId === course.id).map(({ courseId: _, ...module }) => module),
  }));
}
