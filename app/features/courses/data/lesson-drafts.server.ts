import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { lessonsOf } from '../core/course-outline.ts';
import type { LessonText } from '../core/lesson-editor/lesson-text.ts';
import type { KeptDraft } from '../core/lesson-editor/save-draft.ts';
import { courseOutlineSchema, sourcesSchema } from '../schema.ts';

export interface EditedCourse {
  id: string;
  code: string;
  title: string;
  unitPath: UnitPath;
}

export interface EditedLesson {
  course: EditedCourse;
  lessonId: string;
  /** The working copy, or where there is none the published text as revision 0. */
  draft: KeptDraft;
  /** The newest version that was written down; null = none. */
  baseNumber: number | null;
  isPublished: boolean;
}

/** A course that may be written within the scope, or null. */
export async function findEditedCourse(
  db: Db,
  scope: readonly UnitPath[],
  courseId: string,
): Promise<EditedCourse | null> {
  const course = await db.course.findFirst({
    where: { id: courseId, unit: unitWithin(scope) },
    select: { id: true, code: true, title: true, unit: { select: { path: true } } },
  });
  return course && { id: course.id, code: course.code, title: course.title, unitPath: course.unit.path };
}

/**
 * A lesson of a course in the scope as its authors see it: its draft, else its published text, else what the outline of the
 * course's draft calls it. Null where none of these knows it.
 */
export async function findEditedLesson(
  db: Db,
  scope: readonly UnitPath[],
  courseId: string,
  lessonId: string,
): Promise<EditedLesson | null> {
  const course = await findEditedCourse(db, scope, courseId);
  if (!course) return null;
  const draft = await db.lessonDraft.findFirst({ where: { lessonId, courseId } });
  const lesson = await db.lesson.findFirst({
    where: { id: lessonId, module: { courseId } },
    include: { versions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 } },
  });
  const about = { course, lessonId, isPublished: lesson !== null, baseNumber: lesson?.versions[0]?.number ?? null };
  const row = draft ?? lesson;
  if (row) {
    const { title, body, minutes, asOf, sources, updatedAt } = row;
    const text = { title, body, minutes, asOf, sources: sourcesSchema.parse(JSON.parse(sources)), updatedAt };
    return { ...about, draft: { ...text, revision: draft?.revision ?? 0, updatedById: draft?.updatedById ?? null } };
  }
  const outline = await db.courseDraft.findUnique({ where: { courseId } });
  if (!outline) return null;
  const named = lessonsOf(courseOutlineSchema.parse(JSON.parse(outline.outline))).find(
    (each) => each.lessonId === lessonId,
  );
  if (!named) return null;
  const { title, minutes } = named;
  const { updatedAt } = outline;
  return {
    ...about,
    draft: { title, minutes, body: '', asOf: '', sources: [], revision: 0, updatedAt, updatedById: null },
  };
}

interface DraftRow {
  title: string;
  body: string;
  minutes: number;
  asOf: string;
  sources: string;
  revision: number;
  updatedAt: RawInstant;
  updatedById: string | null;
}

/** The working copy, held until the transaction ends; null where nobody has saved one. */
export async function holdDraft(sql: Sql, courseId: string, lessonId: string): Promise<KeptDraft | null> {
  const row = await sql.get<DraftRow>(
    `SELECT "title", "body", "minutes", "asOf", "sources", "revision", "updatedAt", "updatedById" FROM "LessonDraft"
     WHERE "lessonId" = ? AND "courseId" = ?${sql.forUpdate}`,
    ...[lessonId, courseId],
  );
  if (!row) return null;
  const { minutes, revision, ...rest } = row;
  const sources = sourcesSchema.parse(JSON.parse(row.sources));
  const numbers = { minutes: Number(minutes), revision: Number(revision) };
  return { ...rest, ...numbers, sources, updatedAt: instantOf(row.updatedAt)! };
}

export interface DraftKey {
  courseId: string;
  lessonId: string;
}

/** Writes the next revision of a working copy, from `base`; false where it is another one by now. */
export async function writeDraft(
  sql: Sql,
  { courseId, lessonId }: DraftKey,
  { title, body, minutes, asOf, sources }: LessonText,
  { base, baseNumber, byId, at }: { base: number; baseNumber: number | null; byId: string; at: Date },
): Promise<boolean> {
  const values = [title, body, minutes, asOf, JSON.stringify(sources)];
  if (base === 0) {
    const made = await sql.run(
      `INSERT INTO "LessonDraft" ("lessonId", "courseId", "title", "body", "minutes", "asOf", "sources", "revision",
         "baseNumber", "updatedAt", "updatedById") VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
       ON CONFLICT ("lessonId") DO NOTHING`,
      ...[lessonId, courseId, ...values, baseNumber, at, byId],
    );
    return made === 1;
  }
  const changed = await sql.run(
    `UPDATE "LessonDraft" SET "title" = ?, "body" = ?, "minutes" = ?, "asOf" = ?, "sources" = ?,
       "revision" = "revision" + 1, "updatedAt" = ?, "updatedById" = ?
     WHERE "lessonId" = ? AND "courseId" = ? AND "revision" = ?`,
    ...[...values, at, byId, lessonId, courseId, base],
  );
  return changed === 1;
}

/** Where a course belongs that is already known to be visible. */
export async function findCourseUnitPath(db: Db, courseId: string): Promise<UnitPath> {
  const { unit } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { unit: { select: { path: true } } },
  });
  return unit.path;
}
