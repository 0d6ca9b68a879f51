import type { MediaUse } from '#app/features/media/core/media-use.ts';
import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** Where things of the library within the scope carry or show files (or this one file). */
export async function listLibraryUses(sql: Sql, scope: readonly UnitPath[], mediaId?: string): Promise<MediaUse[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ id: string; title: string; topic: string; text: string }>(
    `SELECT i."id", i."title", i."topic", i."body" || ' ' || COALESCE(i."mediaId", '') AS "text"
       FROM "LibraryItem" i JOIN "Unit" u ON u."id" = i."unitId"
      WHERE (i."mediaId" IS NOT NULL OR i."body" LIKE '%media:%') AND ${within.text}
      ORDER BY i."title", i."id"`,
    ...within.values,
  );
  return rows.flatMap(({ id, title, topic, text }) =>
    [...new Set(namedMedia(text))]
      .filter((named) => mediaId === undefined || named === mediaId)
      .map((named): MediaUse => {
        return { mediaId: named, kind: 'library', title, within: topic, to: `/author/library/${id}` };
      }),
  );
}
