import { LruMap } from '#app/kernel/lru-map.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import type { CourseOutline, PublishedOutline } from '../core/course-outline.ts';
import { publishedOutlineSchema } from '../schema.ts';

export interface RevisionRow {
  number: number;
  note: string;
  publishedAt: Date;
  /** Null: from the command line, or a person who is no more known. */
  publishedByName: string | null;
}

/** Revisions never change once they are published. */
const kept = new LruMap<string, PublishedOutline>(200);

/** The outline of a published revision, or null where none was written down: then the rows are the newest one. */
export async function findRevisionOutline(db: Db, courseId: string, number: number): Promise<PublishedOutline | null> {
  const key = `${courseId} ${number}`;
  const known = kept.get(key);
  if (known) return known;
  const row = await db.courseRevision.findUnique({ where: { courseId_number: { courseId, number } } });
  if (!row) return null;
  const outline = publishedOutlineSchema.parse(JSON.parse(row.outline));
  kept.set(key, outline);
  return outline;
}

/** The revisions of a course that were written down, the newest first. */
export async function listRevisions(db: Db, courseId: string): Promise<RevisionRow[]> {
  const rows = await db.courseRevision.findMany({
    where: { courseId },
    select: { number: true, note: true, publishedAt: true, publishedById: true },
    orderBy: { number: 'desc' },
  });
  const ids = rows.flatMap(({ publishedById }) => publishedById ?? []);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return rows.map(({ publishedById, ...row }) => ({
    ...row,
    publishedByName: (publishedById && names.get(publishedById)) ?? null,
  }));
}

/** What the revisions after one, up to another, say is new, the oldest first; and which lessons they ask to be read again. */
export async function listNews(db: Db, courseId: string, after: number, upTo: number) {
  const rows = await db.courseRevision.findMany({
    where: { courseId, number: { gt: after, lte: upTo } },
    orderBy: { number: 'asc' },
  });
  const outlines = rows.map(({ outline }) => publishedOutlineSchema.parse(JSON.parse(outline)));
  return {
    notes: rows.map(({ number, note, publishedAt }) => ({ number, note, publishedAt })),
    readAgain: [...new Set(outlines.flatMap(({ readAgain = [] }) => readAgain))],
  };
}

export async function insertRevision(
  db: Db,
  row: { courseId: string; number: number; outline: PublishedOutline; note: string; publishedById: string | null },
  at: Date,
): Promise<void> {
  await db.courseRevision.create({ data: { ...row, outline: JSON.stringify(row.outline), publishedAt: at } });
}

/** The outline that the rows of Module and Lesson say: the newest published state. Modules without lessons are left out. */
export async function outlineOfRows(
  db: Db,
  course: { id: string; title: string; summary: string },
): Promise<CourseOutline> {
  const modules = await db.module.findMany({
    where: { courseId: course.id, lessons: { some: { retiredAt: null } } },
    orderBy: { position: 'asc' },
    select: {
      code: true,
      title: true,
      summary: true,
      lessons: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        select: {
          id: true,
          code: true,
          title: true,
          minutes: true,
          contentHash: true,
          versions: { select: { number: true, contentHash: true }, orderBy: { number: 'desc' } },
        },
      },
    },
  });
  return {
    title: course.title,
    summary: course.summary,
    modules: modules.map(({ lessons, ...module }) => ({
      ...module,
      lessons: lessons.map(({ id, versions, contentHash, ...lesson }) => ({
        ...lesson,
        lessonId: id,
        versionNumber: versions.find((version) => version.contentHash === contentHash)?.number ?? null,
      })),
    })),
  };
}
