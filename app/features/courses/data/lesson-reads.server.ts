import type { Db } from '#app/platform/db/database.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Reading } from '../core/study.ts';

export type ReadingRow = Reading & { courseId: string };

/** What one person has done with the lessons of these courses. */
export async function listReadings(db: Db, personId: string, courseIds: readonly string[]): Promise<ReadingRow[]> {
  return db.lessonRead.findMany({
    where: { personId, courseId: { in: [...courseIds] } },
    select: { lessonId: true, courseId: true, readAt: true, scroll: true, updatedAt: true },
  });
}

export interface ReadingKey {
  personId: string;
  lessonId: string;
  courseId: string;
}

/** When a person opened a lesson, in the period that counts; null = not yet. */
export async function findOpening(
  sql: Sql,
  { personId, lessonId }: Omit<ReadingKey, 'courseId'>,
  countsFrom: Date | null,
): Promise<Date | null> {
  const row = await sql.get<{ openedAt: RawInstant }>(
    'SELECT "openedAt" FROM "LessonRead" WHERE "personId" = ? AND "lessonId" = ?',
    personId,
    lessonId,
  );
  const openedAt = row ? instantOf(row.openedAt) : null;
  return openedAt && countsFrom && openedAt < countsFrom ? null : openedAt;
}

/** Writes down that a lesson was opened, the first time in the period that counts. */
export async function insertOpening(
  sql: Sql,
  { personId, lessonId, courseId }: ReadingKey,
  at: Date,
  countsFrom: Date | null,
): Promise<void> {
  await sql.run(
    `INSERT INTO "LessonRead" ("personId", "lessonId", "courseId", "openedAt", "readAt", "scroll", "updatedAt")
     VALUES (?, ?, ?, ?, NULL, 0, ?)
     ON CONFLICT ("personId", "lessonId") DO UPDATE SET "openedAt" = excluded."openedAt"
     WHERE "LessonRead"."openedAt" < ?`,
    ...[personId, lessonId, courseId, at, at, countsFrom ?? new Date(0)],
  );
}

/**
 * Marks a lesson as read; one that was read before `countsFrom` is read anew. Two requests at once: one of them marks, the
 * other is told false.
 */
export async function markRead(
  sql: Sql,
  { personId, lessonId, courseId }: ReadingKey,
  at: Date,
  countsFrom: Date | null = null,
): Promise<boolean> {
  const changed = await sql.run(
    `INSERT INTO "LessonRead" ("personId", "lessonId", "courseId", "openedAt", "readAt", "scroll", "updatedAt")
     VALUES (?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT ("personId", "lessonId") DO UPDATE SET "readAt" = excluded."readAt", "updatedAt" = excluded."updatedAt"
     WHERE "LessonRead"."readAt" IS NULL OR "LessonRead"."readAt" < ?`,
    personId,
    lessonId,
    courseId,
    at,
    at,
    at,
    // Nobody has read anything before the first instant of all.
    countsFrom ?? new Date(0),
  );
  return changed === 1;
}

/** Keeps how far the reader is. What was marked as read stays so. */
export async function keepPlace(
  sql: Sql,
  { personId, lessonId, courseId }: ReadingKey,
  scroll: number,
  at: Date,
): Promise<void> {
  await sql.run(
    `INSERT INTO "LessonRead" ("personId", "lessonId", "courseId", "openedAt", "readAt", "scroll", "updatedAt")
     VALUES (?, ?, ?, ?, NULL, ?, ?)
     ON CONFLICT ("personId", "lessonId") DO UPDATE SET "scroll" = excluded."scroll", "updatedAt" = excluded."updatedAt"`,
    personId,
    lessonId,
    courseId,
    at,
    scroll,
    at,
  );
}
