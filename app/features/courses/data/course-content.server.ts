import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { PlannedLesson, StoredLesson } from '../core/import-plan.ts';

export interface CourseRow {
  id: string;
  code: string;
  unitId: string;
  title: string;
  summary: string;
  state: 'draft' | 'published' | 'archived';
  contentHash: string;
  /** The newest published revision; 0 = none yet. */
  revision: number;
}

export interface ModuleRow {
  id: string;
  courseId: string;
  code: string;
  title: string;
  summary: string;
  position: number;
}

/** Holds the course until the transaction ends, so that nobody publishes it at the same time. SQLite has one writer anyway. */
export async function holdCourse(sql: Sql, courseId: string): Promise<void> {
  if (sql.forUpdate !== '') await sql.get(`SELECT "id" FROM "Course" WHERE "id" = ?${sql.forUpdate}`, courseId);
}

/** The course with this code, whatever its unit: for the import, whose codes are the product's. */
export async function findCourseByCode(db: Db, code: string): Promise<CourseRow | null> {
  return (await db.course.findUnique({ where: { code } })) as CourseRow | null;
}

export async function insertCourse(db: Db, course: CourseRow, at: Date): Promise<void> {
  await db.course.create({ data: { ...course, createdAt: at, updatedAt: at } });
}

/** Replaces what a course says of itself, with the number of the revision that does. */
export async function replaceCourse(
  db: Db,
  course: Pick<CourseRow, 'id' | 'title' | 'summary' | 'state' | 'contentHash' | 'revision'>,
  at: Date,
): Promise<void> {
  const { id, ...data } = course;
  await db.course.update({ where: { id }, data: { ...data, updatedAt: at } });
}

export async function listModules(db: Db, courseId: string): Promise<ModuleRow[]> {
  return db.module.findMany({ where: { courseId }, orderBy: { position: 'asc' } });
}

export async function insertModule(db: Db, module: ModuleRow): Promise<void> {
  await db.module.create({ data: module });
}

export async function replaceModule(db: Db, { id, title, summary, position }: ModuleRow): Promise<void> {
  await db.module.update({ where: { id }, data: { title, summary, position } });
}

/** Every lesson of a course without its text, retired ones too. */
export async function listStoredLessons(db: Db, courseId: string): Promise<StoredLesson[]> {
  const rows = await db.lesson.findMany({
    where: { module: { courseId } },
    select: {
      id: true,
      code: true,
      position: true,
      contentHash: true,
      retiredAt: true,
      module: { select: { code: true } },
    },
  });
  return rows.map(({ module, retiredAt, ...row }) => ({
    ...row,
    moduleCode: module.code,
    isRetired: retiredAt !== null,
  }));
}

/** How many of these codes belong to another course. */
export async function countTakenCodes(
  db: Db,
  courseId: string,
  codes: { modules: readonly string[]; lessons: readonly string[] },
): Promise<number> {
  const modules = await db.module.count({ where: { code: { in: [...codes.modules] }, courseId: { not: courseId } } });
  const lessons = await db.lesson.count({
    where: { code: { in: [...codes.lessons] }, module: { courseId: { not: courseId } } },
  });
  return modules + lessons;
}

export async function insertLesson(
  db: Db,
  lesson: PlannedLesson & { id: string },
  moduleId: string,
  at: Date,
): Promise<void> {
  await db.lesson.create({ data: { id: lesson.id, code: lesson.code, ...lessonColumns(lesson, moduleId, at) } });
}

/** Replaces a lesson's text and place; a retired one comes back. Who has read it keeps that. */
export async function replaceLesson(
  db: Db,
  lesson: PlannedLesson & { id: string },
  moduleId: string,
  at: Date,
): Promise<void> {
  await db.lesson.update({ where: { id: lesson.id }, data: lessonColumns(lesson, moduleId, at) });
}

/** Takes lessons out of the course; who has read them keeps that. */
export async function retireLessons(db: Db, ids: readonly string[], at: Date): Promise<void> {
  await db.lesson.updateMany({ where: { id: { in: [...ids] } }, data: { retiredAt: at, updatedAt: at } });
}

function lessonColumns(lesson: PlannedLesson, moduleId: string, at: Date) {
  const { title, body, minutes, asOf, sources, position, contentHash } = lesson;
  const columns = { moduleId, title, body, minutes, asOf, sources: JSON.stringify(sources), position, contentHash };
  return { ...columns, retiredAt: null, updatedAt: at };
}
