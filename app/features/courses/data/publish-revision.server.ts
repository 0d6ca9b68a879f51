import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import type { CourseContent, LessonContent, ModuleContent } from '../core/course-content.ts';
import type { PublishedOutline } from '../core/course-outline.ts';
import { courseHash, type LessonPlan, lessonHash, planLessons } from '../core/import-plan.ts';
import {
  type CourseRow,
  insertLesson,
  insertModule,
  listModules,
  listStoredLessons,
  replaceCourse,
  replaceLesson,
  replaceModule,
  retireLessons,
} from './course-content.server.ts';
import { keepReadersOn } from './course-starts.server.ts';
import { insertVersion, keepTexts, loadVersions } from './lesson-versions.server.ts';
import { findRevisionOutline, insertRevision, outlineOfRows } from './revisions.server.ts';

/** What a course is to consist of. A lesson without an id is known by its code, or new. */
export interface RevisionContent extends Omit<CourseContent, 'modules'> {
  modules: (Omit<ModuleContent, 'lessons'> & { lessons: (LessonContent & { lessonId?: string })[] })[];
}

export interface PublishedRevision {
  /** The number that the course has now; the former one where nothing differs. */
  revision: number;
  isNew: boolean;
  modules: { created: number; changed: number; unchanged: number };
  lessons: LessonPlan;
}

interface Pen {
  tx: Db;
  sql: Sql;
  at: Date;
}

/**
 * Makes this content the next revision of a course, in the caller's transaction: the rows of Module and Lesson say it from
 * now on, every text has its version, the revision before is written down if it was not yet, and whoever studies that one
 * stays there. A lesson that vanished is retired, what was read of it is kept. The same content again changes nothing.
 * `course.revision` 0 = never published.
 */
export async function publishRevision(
  { tx, sql, at }: Pen,
  course: CourseRow,
  content: RevisionContent,
  { note, readAgain, byId }: { note: string; readAgain: readonly string[]; byId: string | null },
): Promise<PublishedRevision> {
  const { id: courseId } = course;
  const stored = await listStoredLessons(tx, courseId);
  const lessons = planLessons(content, stored, sha256);
  const modules = await planModules(tx, courseId, content);
  const contentHash = courseHash(content, sha256);
  const isSame =
    course.state === 'published' &&
    course.revision > 0 &&
    course.contentHash === contentHash &&
    lessons.create.length + lessons.change.length + lessons.retire.length === 0 &&
    modules.create.length + modules.change.length === 0;
  const counts = {
    modules: { created: modules.create.length, changed: modules.change.length, unchanged: modules.unchanged },
    lessons,
  };
  if (isSame) return { revision: course.revision, isNew: false, ...counts };

  const by = { at, personId: byId };
  if (course.revision > 0) await writeDown(tx, course, at);
  for (const row of modules.create) await insertModule(tx, row);
  for (const row of modules.change) await replaceModule(tx, row);
  const given = new Map(content.modules.flatMap((each) => each.lessons.map(({ code, lessonId }) => [code, lessonId])));
  const ids = new Map(stored.map(({ code, id }) => [code, id]));
  for (const lesson of lessons.create) {
    const id = given.get(lesson.code) ?? newId();
    ids.set(lesson.code, id);
    await insertLesson(tx, { ...lesson, id }, modules.ids.get(lesson.moduleCode)!, at);
  }
  for (const lesson of lessons.change) await replaceLesson(tx, lesson, modules.ids.get(lesson.moduleCode)!, at);
  if (lessons.retire.length > 0)
    await retireLessons(
      tx,
      lessons.retire.map(({ id }) => id),
      at,
    );

  const outline = await writeVersions(tx, content, ids, by);
  const again = readAgain.filter((id) => lessons.change.some((lesson) => lesson.id === id));
  const revision = course.revision + 1;
  const { title, summary } = content;
  await replaceCourse(tx, { id: courseId, title, summary, state: 'published', contentHash, revision }, at);
  await insertRevision(
    tx,
    {
      ...{ courseId, number: revision, note, publishedById: byId },
      outline: again.length > 0 ? { ...outline, readAgain: again } : outline,
    },
    at,
  );
  if (course.revision > 0) await keepReadersOn(sql, courseId, course.revision);
  return { revision, isNew: true, ...counts };
}

/** The revision as it stands, where it was published before revisions were written down. */
async function writeDown(tx: Db, course: CourseRow, at: Date): Promise<void> {
  const { id: courseId, revision: number } = course;
  if (await findRevisionOutline(tx, courseId, number)) return;
  await keepTexts(tx, courseId, { at, personId: null });
  const outline = await outlineOfRows(tx, course);
  await insertRevision(tx, { courseId, number, outline, note: '', publishedById: null }, at);
}

async function planModules(tx: Db, courseId: string, content: RevisionContent) {
  const known = new Map((await listModules(tx, courseId)).map((module) => [module.code, module]));
  const rows = content.modules.map(({ code, title, summary }, position) => {
    const before = known.get(code);
    return { row: { id: before?.id ?? newId(), courseId, code, title, summary, position }, before };
  });
  const isChanged = ({ row, before }: (typeof rows)[number]) =>
    before && (before.title !== row.title || before.summary !== row.summary || before.position !== row.position);
  const create = rows.filter(({ before }) => !before).map(({ row }) => row);
  const change = rows.filter(isChanged).map(({ row }) => row);
  return {
    ...{ create, change, unchanged: rows.length - create.length - change.length },
    ids: new Map(rows.map(({ row }) => [row.code, row.id])),
  };
}

/** Gives every text its version, an old one where the lesson had the same text before; answers the outline. */
async function writeVersions(
  tx: Db,
  content: RevisionContent,
  ids: ReadonlyMap<string, string>,
  by: { at: Date; personId: string | null },
): Promise<PublishedOutline> {
  const versions = await loadVersions(tx, [...ids.values()]);
  const outline: PublishedOutline = { title: content.title, summary: content.summary, modules: [] };
  for (const { code, title, summary, lessons } of content.modules) {
    const entries: PublishedOutline['modules'][number]['lessons'] = [];
    for (const lesson of lessons) {
      const lessonId = ids.get(lesson.code)!;
      const contentHash = lessonHash(lesson, sha256);
      const known = versions.numberOf(lessonId, contentHash);
      const number = known ?? versions.next(lessonId);
      if (known === null) await insertVersion(tx, { ...lesson, lessonId, number, contentHash }, by);
      const { code: lessonCode, title: name, minutes } = lesson;
      entries.push({ lessonId, code: lessonCode, versionNumber: number, title: name, minutes });
    }
    if (entries.length > 0) outline.modules.push({ code, title, summary, lessons: entries });
  }
  return outline;
}
