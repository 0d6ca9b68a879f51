import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { LessonText } from '../core/lesson-editor/lesson-text.ts';
import type { CopyReason } from '../core/lesson-editor/save-draft.ts';
import { sourcesSchema } from '../schema.ts';

/** Kept of one lesson at most; the oldest go. */
const MOST_COPIES = 50;

export interface LessonState extends LessonText {
  /** 'v3': the third version that was published. Else the id of a kept state of the draft. */
  key: string;
  number: number | null;
  reason: CopyReason | null;
  at: Date;
  byId: string | null;
}

/** Keeps a state of a draft beside it. */
export async function insertCopy(
  sql: Sql,
  { id, lessonId, courseId }: { id: string; lessonId: string; courseId: string },
  { title, body, minutes, asOf, sources }: LessonText,
  { reason, at, byId }: { reason: CopyReason; at: Date; byId: string | null },
): Promise<void> {
  await sql.run(
    `INSERT INTO "LessonDraftCopy" ("id", "lessonId", "courseId", "title", "body", "minutes", "asOf", "sources", "reason",
       "savedAt", "savedById") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, lessonId, courseId, title, body, minutes, asOf, JSON.stringify(sources), reason, at, byId],
  );
  await sql.run(
    `DELETE FROM "LessonDraftCopy" WHERE "lessonId" = ? AND "id" NOT IN
       (SELECT "id" FROM "LessonDraftCopy" WHERE "lessonId" = ? ORDER BY "savedAt" DESC, "id" DESC LIMIT ${MOST_COPIES})`,
    ...[lessonId, lessonId],
  );
}

/** What a lesson was: its published versions and the states of its draft that were kept, the newest first. */
export async function listLessonStates(db: Db, courseId: string, lessonId: string): Promise<LessonState[]> {
  const versions = await db.lessonVersion.findMany({ where: { lessonId, lesson: { module: { courseId } } } });
  const copies = await db.lessonDraftCopy.findMany({ where: { lessonId, courseId } });
  const states: LessonState[] = [
    ...versions.map(({ number, createdAt, createdById, ...row }) => ({
      ...textOfRow(row),
      ...{ key: `v${number}`, number, reason: null, at: createdAt, byId: createdById },
    })),
    ...copies.map(({ id, reason, savedAt, savedById, ...row }) => ({
      ...textOfRow(row),
      ...{ key: id, number: null, reason: reason as CopyReason, at: savedAt, byId: savedById },
    })),
  ];
  return states.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : -1));
}

const textOfRow = (row: Omit<LessonText, 'sources'> & { sources: string }): LessonText => ({
  title: row.title,
  body: row.body,
  minutes: row.minutes,
  asOf: row.asOf,
  sources: sourcesSchema.parse(JSON.parse(row.sources)),
});

/** Full names by id, of those who are known. */
export async function listNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const people = await db.person.findMany({ where: { id: { in: wanted } }, select: { id: true, fullName: true } });
  return new Map(people.map(({ id, fullName }) => [id, fullName]));
}
