import type { UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** Writes that a person studies a course in this revision from now on; who has begun already stays where that was. */
export async function insertStart(
  sql: Sql,
  { personId, courseId, revision }: { personId: string; courseId: string; revision: number },
  at: Date,
): Promise<void> {
  await sql.run(
    `INSERT INTO "CourseStart" ("personId", "courseId", "revision", "startedAt") VALUES (?, ?, ?, ?)
         ON CONFLICT ("personId", "courseId") DO NOTHING`,
    ...[personId, courseId, revision, at],
  );
}

/** Everybody who has opened a lesson without a start written down (from before starts were kept) stays on this revision. */
export async function keepReadersOn(sql: Sql, courseId: string, revision: number): Promise<void> {
  await sql.run(
    `INSERT INTO "CourseStart" ("personId", "courseId", "revision", "startedAt")
     SELECT r."personId", r."courseId", CAST(? AS INTEGER), MIN(r."openedAt") FROM "LessonRead" r
      WHERE r."courseId" = ? AND NOT EXISTS (SELECT 1 FROM "CourseStart" s
                                              WHERE s."courseId" = r."courseId" AND s."personId" = r."personId")
      GROUP BY r."personId", r."courseId" ON CONFLICT ("personId", "courseId") DO NOTHING`,
    ...[revision, courseId],
  );
}

/** Forgets where these people began: what they do next begins the newest revision. */
export async function deleteStarts(sql: Sql, courseId: string, personIds: readonly string[]): Promise<number> {
  const people = among(sql, personIds);
  return sql.run(
    `DELETE FROM "CourseStart" WHERE "courseId" = ? AND "personId" ${people.text}`,
    courseId,
    ...people.values,
  );
}

/** People of these units who study a revision before `to` (or just `from`), by id, after one id. */
export async function listStaying(
  sql: Sql,
  { courseId, from, to }: { courseId: string; from: number | null; to: number },
  scope: readonly UnitPath[],
  limit: number,
): Promise<{ personId: string; revision: number }[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ personId: string; revision: number }>(
    `SELECT s."personId", s."revision" FROM "CourseStart" s
       JOIN "Person" p ON p."id" = s."personId" JOIN "Unit" u ON u."id" = p."unitId"
      WHERE s."courseId" = ? AND s."revision" ${from === null ? '<' : '='} ? AND s."revision" < ? AND ${within.text}
      ORDER BY s."personId" LIMIT ${limit}`,
    ...[courseId, from ?? to, to, ...within.values],
  );
  return rows.map(({ personId, revision }) => ({ personId, revision: Number(revision) }));
}

/** Moves these people on, if they still study an earlier revision. `byId`: the author who moved them; null = themselves. */
export async function moveStarts(
  sql: Sql,
  { courseId, personIds, to }: { courseId: string; personIds: readonly string[]; to: number },
  { byId, reason }: { byId: string | null; reason: string },
  at: Date,
): Promise<number> {
  const people = among(sql, personIds);
  return sql.run(
    `UPDATE "CourseStart" SET "revision" = ?, "movedAt" = ?, "movedById" = ?, "reason" = ?
      WHERE "courseId" = ? AND "revision" < ? AND "personId" ${people.text}`,
    ...[to, at, byId, reason, courseId, to, ...people.values],
  );
}

/** What these people have read of these lessons is to be read again. */
export async function unread(
  sql: Sql,
  { courseId, personIds, lessonIds }: { courseId: string; personIds: readonly string[]; lessonIds: readonly string[] },
  at: Date,
): Promise<void> {
  if (lessonIds.length === 0) return;
  const people = among(sql, personIds);
  const lessons = among(sql, lessonIds);
  await sql.run(
    `UPDATE "LessonRead" SET "readAt" = NULL, "scroll" = 0, "updatedAt" = ?
      WHERE "courseId" = ? AND "readAt" IS NOT NULL AND "lessonId" ${lessons.text} AND "personId" ${people.text}`,
    ...[at, courseId, ...lessons.values, ...people.values],
  );
}
