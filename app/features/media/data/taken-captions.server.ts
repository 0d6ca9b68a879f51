import type { Sql } from '#app/platform/db/sql.server.ts';

/** Adds captions to a file where it has none in that language. */
export async function insertTakenCaption(
  sql: Sql,
  { mediaId, lang, text }: { mediaId: string; lang: string; text: string },
  at: Date,
): Promise<void> {
  await sql.run(
    `INSERT INTO "MediaCaption" ("mediaId", "lang", "text", "updatedAt") VALUES (?, ?, ?, ?)
     ON CONFLICT ("mediaId", "lang") DO NOTHING`,
    ...[mediaId, lang, text, at],
  );
}
