import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** The files that things of the library carry or show in their texts, retired ones too: they may come back. */
export async function listMediaOfLibrary(sql: Sql): Promise<Set<string>> {
  const used = new Set<string>();
  const rows = await sql.all<{ text: string }>(
    `SELECT "mediaId" AS "text" FROM "LibraryItem" WHERE "mediaId" IS NOT NULL
      UNION ALL SELECT "body" FROM "LibraryItem" WHERE "body" LIKE '%media:%'`,
  );
  for (const { text } of rows) for (const id of namedMedia(text)) used.add(id);
  return used;
}
