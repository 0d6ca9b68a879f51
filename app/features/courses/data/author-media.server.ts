import type { MediaUse } from '#app/features/media/core/media-use.ts';
import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { idsIn } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

export interface MediaRow {
  id: string;
  mimeType: string;
  name: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  createdAt: Date;
  uploadedById: string | null;
  uploader: string | null;
}

type RawMediaRow = Omit<MediaRow, 'createdAt'> & { createdAt: RawInstant };

/** Files of content that people within the scope brought, or that are among `ids`; the newest first. */
export async function listMediaWithin(
  sql: Sql,
  scope: readonly UnitPath[],
  ids: readonly string[],
): Promise<MediaRow[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<RawMediaRow>(
    `SELECT f."id", f."mimeType", f."name", f."byteSize", f."width", f."height", f."seconds", f."createdAt",
            f."uploadedById", p."fullName" AS "uploader"
       FROM "MediaFile" f LEFT JOIN "Person" p ON p."id" = f."uploadedById" LEFT JOIN "Unit" u ON u."id" = p."unitId"
      WHERE f."purpose" = 'content' AND (${within.text} OR f."id" IN (${idsIn(sql)}))
      ORDER BY f."createdAt" DESC, f."id"`,
    ...[...within.values, JSON.stringify(ids)],
  );
  return rows.map(mediaRow);
}

/** One file of content that somebody within the scope brought (`isBrought`), or that texts of the scope show; or null. */
export async function findMediaWithin(
  sql: Sql,
  scope: readonly UnitPath[],
  id: string,
  isUsedWithin: boolean,
): Promise<(MediaRow & { isBrought: boolean }) | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<RawMediaRow & { isBrought: number }>(
    `SELECT f."id", f."mimeType", f."name", f."byteSize", f."width", f."height", f."seconds", f."createdAt",
            f."uploadedById", p."fullName" AS "uploader", CASE WHEN ${within.text} THEN 1 ELSE 0 END AS "isBrought"
       FROM "MediaFile" f LEFT JOIN "Person" p ON p."id" = f."uploadedById" LEFT JOIN "Unit" u ON u."id" = p."unitId"
      WHERE f."purpose" = 'content' AND f."id" = ?`,
    ...[...within.values, id],
  );
  if (!row) return null;
  const isBrought = Number(row.isBrought) === 1;
  return isBrought || isUsedWithin ? { ...mediaRow(row), isBrought } : null;
}

/** Whether a published lesson of a course outside the scope shows this file. */
export async function isShownOutside(sql: Sql, scope: readonly UnitPath[], mediaId: string): Promise<boolean> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<{ id: string }>(
    `SELECT l."id" FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId" JOIN "Course" c ON c."id" = m."courseId"
       JOIN "Unit" u ON u."id" = c."unitId" WHERE l."body" LIKE ? AND NOT ${within.text} LIMIT 1`,
    ...[`%media:${mediaId}%`, ...within.values],
  );
  return row !== undefined;
}

const mediaRow = ({ byteSize, createdAt, ...row }: RawMediaRow): MediaRow => ({
  ...row,
  byteSize: Number(byteSize),
  createdAt: instantOf(createdAt)!,
});

/** Where lessons of courses within the scope name files (or this one file): in what is published and in drafts. */
export async function listLessonUses(sql: Sql, scope: readonly UnitPath[], mediaId?: string): Promise<MediaUse[]> {
  const within = pathWithin('u."path"', scope);
  const like = `%media:${mediaId ?? ''}%`;
  const rows = await sql.all<{ id: string; title: string; body: string; courseId: string; course: string }>(
    `SELECT l."id", l."title", l."body", c."id" AS "courseId", c."title" AS "course"
       FROM "Lesson" l JOIN "Module" m ON m."id" = l."moduleId" JOIN "Course" c ON c."id" = m."courseId"
       JOIN "Unit" u ON u."id" = c."unitId"
      WHERE l."retiredAt" IS NULL AND l."body" LIKE ? AND ${within.text}
     UNION ALL
     SELECT d."lessonId", d."title", d."body", c."id", c."title"
       FROM "LessonDraft" d JOIN "Course" c ON c."id" = d."courseId" JOIN "Unit" u ON u."id" = c."unitId"
      WHERE d."body" LIKE ? AND ${within.text}`,
    ...[like, ...within.values, like, ...within.values],
  );
  const uses = new Map<string, MediaUse>();
  for (const { id, title, body, courseId, course } of rows) {
    for (const named of namedMedia(body)) {
      if (mediaId !== undefined && named !== mediaId) continue;
      const to = `/author/courses/${courseId}/lessons/${id}`;
      uses.set(`${named} ${id}`, { mediaId: named, kind: 'lesson', title, within: course, to });
    }
  }
  return [...uses.values()];
}
