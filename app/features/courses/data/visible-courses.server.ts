import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { passesFilter } from '../core/audience.ts';
import { type CourseOutline, lessonsOf } from '../core/course-outline.ts';
import type { Reader } from '../core/reader.ts';
import { sourcesSchema } from '../schema.ts';
import { type AssignmentRow, assignmentOf } from './assignments.server.ts';
import { findRevisionOutline } from './revisions.server.ts';

const columns = {
  id: true,
  courseId: true,
  title: true,
  openAt: true,
  dueAt: true,
  closeAt: true,
  audience: true,
  rule: true,
  certification: true,
  plan: true,
  createdAt: true,
  withdrawnAt: true,
  revision: true,
} as const;

/** The assignments that reach the reader at an instant: opened, not withdrawn, of a published course. */
export async function listOpenAssignments(
  db: Db,
  reader: Reader,
  at: Date,
  courseId?: string,
): Promise<AssignmentRow[]> {
  const rows = await db.assignment.findMany({
    where: {
      ...(courseId ? { courseId } : {}),
      withdrawnAt: null,
      openAt: { lte: at },
      course: { state: 'published' },
      OR: [
        // The ids along the own path are exactly the units whose subtree holds the reader.
        { units: { some: { unitId: { in: idsOf(reader.unitPath) } } } },
        { groups: { some: { group: { members: { some: { personId: reader.personId } } } } } },
      ],
    },
    select: columns,
    orderBy: { createdAt: 'asc' },
  });
  const found = rows.map(assignmentOf);
  if (found.every(({ filter }) => Object.values(filter).every((list) => list.length === 0))) return found;
  const person = await db.person.findUnique({
    where: { id: reader.personId },
    select: { personnelClass: true, membership: true, position: true },
  });
  if (!person) return [];
  const member = {
    personnelClass: person.personnelClass as PersonnelClass,
    membership: person.membership as Membership,
    position: person.position,
  };
  return found.filter(({ filter }) => passesFilter(member, filter));
}

/** Which revision of a course somebody studies. */
export interface StudiedCourse {
  id: string;
  code: string;
  title: string;
  summary: string;
  /** The newest published one. */
  newest: number;
  /** The one that the person studies: the newest until a first step is written down. */
  revision: number;
  /** Whether a first step is written down. */
  isBegun: boolean;
  /** An author has moved the person to this revision, and why; null = nobody has. */
  moved: { at: Date; reason: string } | null;
}

export interface VisibleCourse extends StudiedCourse {
  /** The reader's assignments of this course; empty = seen by right of authorship alone. */
  assignments: AssignmentRow[];
}

/** A course that the reader may see, or null. */
export async function findVisibleCourse(db: Db, reader: Reader, id: string, at: Date): Promise<VisibleCourse | null> {
  const assignments = await listOpenAssignments(db, reader, at, id);
  const course = await db.course.findFirst({
    where: assignments.length > 0 ? { id } : { id, unit: unitWithin(reader.authorScope) },
    select: courseColumns(reader.personId),
  });
  if (!course) return null;
  const studied = studiedCourse(course);
  // Who authors and studies nothing sees what is newest.
  return { ...studied, revision: assignments.length > 0 ? studied.revision : studied.newest, assignments };
}

const courseColumns = (personId: string) =>
  ({
    ...{ id: true, code: true, title: true, summary: true, revision: true },
    starts: { where: { personId }, select: { revision: true, movedAt: true, movedById: true, reason: true } },
  }) as const;

type StartRow = { revision: number; movedAt: Date | null; movedById: string | null; reason: string };

function studiedCourse({
  starts,
  revision: newest,
  ...course
}: Pick<StudiedCourse, 'id' | 'code' | 'title' | 'summary' | 'revision'> & { starts: StartRow[] }): StudiedCourse {
  const start = starts[0];
  const moved = start?.movedAt && start.movedById ? { at: start.movedAt, reason: start.reason } : null;
  const revision = Math.min(start?.revision ?? newest, newest);
  return { ...course, newest, revision, isBegun: start !== undefined, moved };
}

export interface OutlineLesson {
  id: string;
  code: string;
  title: string;
  minutes: number;
}

export interface OutlineModule {
  id: string;
  courseId: string;
  code: string;
  title: string;
  summary: string;
  lessons: OutlineLesson[];
}

/** Modules and their lessons without texts, in order; of courses that are already known to be visible. */
export async function listOutline(db: Db, courseIds: readonly string[]): Promise<OutlineModule[]> {
  const modules = await db.module.findMany({
    where: { courseId: { in: [...courseIds] } },
    orderBy: [{ courseId: 'asc' }, { position: 'asc' }],
    select: {
      id: true,
      courseId: true,
      code: true,
      title: true,
      summary: true,
      lessons: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        select: { id: true, code: true, title: true, minutes: true },
      },
    },
  });
  return modules.filter((module) => module.lessons.length > 0);
}

/** Courses that are already known to be visible, as a person studies them. */
export async function listStudiedCourses(db: Db, personId: string, ids: readonly string[]): Promise<StudiedCourse[]> {
  const rows = await db.course.findMany({ where: { id: { in: [...ids] } }, select: courseColumns(personId) });
  return rows.map(studiedCourse);
}

/** A course in the revision that is studied: its words, modules and lessons. */
export type StudiedOutline = Pick<CourseOutline, 'title' | 'summary'> & { courseId: string; modules: OutlineModule[] };

/** What is studied of each course: the rows where that is the newest revision, else what was written down of it. */
export async function listStudiedOutlines(db: Db, courses: readonly StudiedCourse[]): Promise<StudiedOutline[]> {
  const older = new Map<string, CourseOutline>();
  for (const { id, revision, newest } of courses) {
    const outline = revision < newest ? await findRevisionOutline(db, id, revision) : null;
    if (outline) older.set(id, outline);
  }
  const current = courses.filter(({ id }) => !older.has(id)).map(({ id }) => id);
  const rows = current.length === 0 ? [] : await listOutline(db, current);
  return courses.map(({ id: courseId, title, summary }) => {
    const outline = older.get(courseId);
    if (!outline) return { courseId, title, summary, modules: rows.filter((module) => module.courseId === courseId) };
    return {
      ...{ courseId, title: outline.title, summary: outline.summary },
      modules: outline.modules.map(({ lessons, ...module }) => ({
        ...{ ...module, id: module.code, courseId },
        lessons: lessons.map(({ lessonId: id, code, title: name, minutes }) => ({ id, code, title: name, minutes })),
      })),
    };
  });
}

export interface VisibleLesson {
  id: string;
  code: string;
  title: string;
  body: string;
  minutes: number;
  asOf: string;
  sources: string[];
  updatedAt: Date;
  course: VisibleCourse;
}

/**
 * A lesson of a course that the reader may see (of that course when its id is given), with the text that it has in the
 * revision that the reader studies. Null otherwise.
 */
export async function findVisibleLesson(
  db: Db,
  reader: Reader,
  id: string,
  at: Date,
  courseId?: string,
): Promise<VisibleLesson | null> {
  const row = await db.lesson.findFirst({
    where: { id, ...(courseId ? { module: { courseId } } : {}) },
    include: { module: { select: { courseId: true } } },
  });
  const course = row && (await findVisibleCourse(db, reader, row.module.courseId, at));
  if (!course) return null;
  const text = await studiedText(db, course, row);
  if (!text) return null;
  const { title, body, minutes, asOf, sources } = text;
  return {
    ...{ id, code: row.code, title, body, minutes, asOf, course, updatedAt: row.updatedAt },
    sources: sourcesSchema.parse(JSON.parse(sources)),
  };
}

/**
 * The title of a lesson that stands in the newest revision alone, for a reader who may see the course and studies an older one
 * that lacks it; else null.
 */
export async function findNewestLesson(
  db: Db,
  reader: Reader,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  at: Date,
): Promise<string | null> {
  const row = await db.lesson.findFirst({ where: { id: lessonId, module: { courseId }, retiredAt: null } });
  const course = row && (await findVisibleCourse(db, reader, courseId, at));
  if (!course || course.revision >= course.newest) return null;
  return (await studiedText(db, course, row)) ? null : row.title;
}

type Text = { title: string; body: string; minutes: number; asOf: string; sources: string };

/** The text of a lesson in the revision that is studied; null = it is no part of it. */
async function studiedText(
  db: Db,
  { id: courseId, revision, newest }: StudiedCourse,
  row: Text & { id: string; retiredAt: Date | null },
): Promise<Text | null> {
  const outline = revision < newest ? await findRevisionOutline(db, courseId, revision) : null;
  if (!outline) return row.retiredAt === null ? row : null;
  const number = lessonsOf(outline).find(({ lessonId }) => lessonId === row.id)?.versionNumber;
  if (number === undefined || number === null) return null;
  return db.lessonVersion.findUnique({ where: { lessonId_number: { lessonId: row.id, number } } });
}
