import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { passesFilter } from '../core/audience.ts';
import type { Reader } from '../core/reader.ts';
import { sourcesSchema } from '../schema.ts';
import { type AssignmentRow, assignmentOf } from './assignments.server.ts';

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

export interface VisibleCourse {
  id: string;
  code: string;
  title: string;
  summary: string;
  /** The reader's assignments of this course; empty = seen by right of authorship alone. */
  assignments: AssignmentRow[];
}

/** A course that the reader may see, or null. */
export async function findVisibleCourse(db: Db, reader: Reader, id: string, at: Date): Promise<VisibleCourse | null> {
  const assignments = await listOpenAssignments(db, reader, at, id);
  const course = await db.course.findFirst({
    where: assignments.length > 0 ? { id } : { id, unit: unitWithin(reader.authorScope) },
    select: { id: true, code: true, title: true, summary: true },
  });
  return course && { ...course, assignments };
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

/** Titles of courses that are already known to be visible. */
export async function listCourseTitles(db: Db, ids: readonly string[]) {
  return db.course.findMany({ where: { id: { in: [...ids] } }, select: { id: true, code: true, title: true } });
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

/** A lesson, not retired, of a course that the reader may see; of that course when its id is given. Null otherwise. */
export async function findVisibleLesson(
  db: Db,
  reader: Reader,
  id: string,
  at: Date,
  courseId?: string,
): Promise<VisibleLesson | null> {
  const row = await db.lesson.findFirst({
    where: { id, retiredAt: null, ...(courseId ? { module: { courseId } } : {}) },
    include: { module: { select: { courseId: true } } },
  });
  const course = row && (await findVisibleCourse(db, reader, row.module.courseId, at));
  if (!course) return null;
  const { code, title, body, minutes, asOf, updatedAt } = row;
  return {
    id,
    code,
    title,
    body,
    minutes,
    asOf,
    sources: sourcesSchema.parse(JSON.parse(row.sources)),
    updatedAt,
    course,
  };
}
