import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { CourseOutline, OutlinedLesson } from '../core/course-outline.ts';
import type { Prospect, ProspectiveLesson } from '../core/course-prospect.ts';
import { isSameText } from '../core/lesson-editor/lesson-text.ts';
import { courseOutlineSchema, sourcesSchema } from '../schema.ts';
import type { CourseRow } from './course-content.server.ts';
import { outlineOfRows } from './revisions.server.ts';

export type AuthoredCourse = CourseRow & { unitPath: UnitPath; unitName: string; updatedAt: Date };

const columns = {
  ...{ id: true, code: true, unitId: true, title: true, summary: true, state: true, contentHash: true, revision: true },
  ...{ updatedAt: true, unit: { select: { path: true, name: true } } },
} as const;

const authored = ({
  unit,
  ...row
}: Omit<CourseRow, 'state'> & { state: string; updatedAt: Date; unit: { path: string; name: string } }) =>
  ({ ...row, unitPath: unit.path, unitName: unit.name }) as AuthoredCourse;

/** A course, in any state, of a unit within the scope of who authors; or null. */
export async function findAuthoredCourse(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<AuthoredCourse | null> {
  const row = await db.course.findFirst({ where: { id, unit: unitWithin(scope) }, select: columns });
  return row && authored(row);
}

/** All of them, what was changed last first. */
export async function listAuthoredCourses(db: Db, scope: readonly UnitPath[]): Promise<AuthoredCourse[]> {
  const rows = await db.course.findMany({
    where: { unit: unitWithin(scope) },
    select: columns,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(authored);
}

/** The courses among these on which authors have unpublished work. */
export async function listDraftedIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const where = { courseId: { in: [...ids] } };
  const outlines = await db.courseDraft.findMany({ where, select: { courseId: true } });
  const lessons = await db.lessonDraft.findMany({ where, select: { courseId: true }, distinct: ['courseId'] });
  return new Set([...outlines, ...lessons].map(({ courseId }) => courseId));
}

/** The words and the state of a course's own row; the caller holds it in its scope. */
export async function replaceState(db: Db, id: string, state: CourseRow['state'], at: Date): Promise<void> {
  await db.course.update({ where: { id }, data: { state, updatedAt: at } });
}

export interface CourseDraft extends Prospect {
  updatedAt: Date | null;
  updatedById: string | null;
}

/**
 * What the next revision of a course would be: its outline and the texts, working copies before published ones.
 * `isPublished`: what is published alone.
 */
export async function loadDraft(
  db: Db,
  course: Pick<CourseRow, 'id' | 'title' | 'summary'>,
  { isPublished = false } = {},
): Promise<CourseDraft> {
  const row = isPublished ? null : await db.courseDraft.findUnique({ where: { courseId: course.id } });
  const published = await outlineOfRows(db, course);
  const kept = row ? courseOutlineSchema.parse(JSON.parse(row.outline)) : published;
  const lessons = await loadLessons(db, course.id, isPublished);
  return {
    outline: inTheWordsOf(lessons, kept),
    ...{ revision: row?.revision ?? 0, updatedAt: row?.updatedAt ?? null, updatedById: row?.updatedById ?? null },
    ...{ published, lessons },
  };
}

async function loadLessons(db: Db, courseId: string, isPublished: boolean): Promise<Map<string, ProspectiveLesson>> {
  const rows = await db.lesson.findMany({ where: { module: { courseId } } });
  const drafts = isPublished ? [] : await db.lessonDraft.findMany({ where: { courseId } });
  const found = new Map<string, ProspectiveLesson>();
  for (const { id: lessonId, code, retiredAt, ...row } of rows)
    found.set(lessonId, {
      ...textOf(row),
      ...{ lessonId, code, draftRevision: 0, isPublished: retiredAt === null, isRewritten: false },
    });
  for (const { lessonId, revision, ...row } of drafts) {
    const before = found.get(lessonId);
    const { code = '', isPublished: isKnown = false } = before ?? {};
    const isRewritten = !before || !isSameText(before, textOf(row));
    found.set(lessonId, {
      ...textOf(row),
      ...{ lessonId, code, draftRevision: revision, isPublished: isKnown, isRewritten },
    });
  }
  return found;
}

const textOf = (row: { title: string; body: string; minutes: number; asOf: string; sources: string }) => ({
  ...{ title: row.title, body: row.body, minutes: row.minutes, asOf: row.asOf },
  sources: sourcesSchema.parse(JSON.parse(row.sources)),
});

/** Titles and minutes as the texts say them, where there is a text. */
function inTheWordsOf(lessons: ReadonlyMap<string, ProspectiveLesson>, outline: CourseOutline): CourseOutline {
  const inWords = (lesson: OutlinedLesson): OutlinedLesson => {
    const text = lessons.get(lesson.lessonId);
    return text ? { ...lesson, title: text.title, minutes: text.minutes } : lesson;
  };
  return { ...outline, modules: outline.modules.map((each) => ({ ...each, lessons: each.lessons.map(inWords) })) };
}

/** Writes the next state of an outline that is being changed; false where it is another one by now. */
export async function writeOutline(
  sql: Sql,
  courseId: string,
  outline: CourseOutline,
  { base, byId, at }: { base: number; byId: string; at: Date },
): Promise<boolean> {
  if (base === 0) {
    const made = await sql.run(
      `INSERT INTO "CourseDraft" ("courseId", "outline", "revision", "updatedAt", "updatedById") VALUES (?, ?, 1, ?, ?)
           ON CONFLICT ("courseId") DO NOTHING`,
      ...[courseId, JSON.stringify(outline), at, byId],
    );
    return made === 1;
  }
  const changed = await sql.run(
    `UPDATE "CourseDraft" SET "outline" = ?, "revision" = "revision" + 1, "updatedAt" = ?, "updatedById" = ?
      WHERE "courseId" = ? AND "revision" = ?`,
    ...[JSON.stringify(outline), at, byId, courseId, base],
  );
  return changed === 1;
}

/** Takes the outline's draft away, and the working copies of these lessons (all = null). */
export async function deleteDrafts(db: Db, courseId: string, lessonIds: readonly string[] | null): Promise<void> {
  await db.courseDraft.deleteMany({ where: { courseId } });
  await db.lessonDraft.deleteMany({
    where: { courseId, ...(lessonIds ? { lessonId: { in: [...lessonIds] } } : {}) },
  });
}
