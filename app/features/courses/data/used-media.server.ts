import { namedMedia } from '#app/features/media/core/named-media.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

const tables = ['Lesson', 'LessonVersion', 'LessonDraft', 'LessonDraftCopy'] as const;

/** The files that lessons name, in what is published, in versions and in drafts. */
export async function listMediaOfLessons(sql: Sql): Promise<Set<string>> {
  const used = new Set<string>();
  const rows = await sql.all<{ text: string }>(
    tables.map((name) => `SELECT "body" AS "text" FROM "${name}" WHERE "body" LIKE '%media:%'`).join(' UNION ALL '),
  );
  for (const { text } of rows) for (const id of namedMedia(text)) used.add(id);
  return used;
}
