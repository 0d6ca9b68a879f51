import type { Db } from '#app/platform/db/database.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { CaptionLang } from '../core/captions/cue.ts';

/** Files of content by id, with the languages of their captions. */
export async function listShownFiles(db: Db, ids: readonly string[]) {
  const rows = await db.mediaFile.findMany({
    where: { id: { in: [...ids] }, purpose: 'content' },
    select: {
      ...{ id: true, mimeType: true, name: true, byteSize: true, width: true, height: true },
      captions: { select: { lang: true }, orderBy: { lang: 'desc' } },
    },
  });
  return rows.map(({ captions, ...row }) => ({ ...row, captions: captions.map(({ lang }) => lang) }));
}

/** The captions of a file of content as WebVTT, or null. */
export async function findCaption(db: Db, mediaId: string, lang: string): Promise<string | null> {
  const row = await db.mediaCaption.findFirst({
    where: { mediaId, lang, media: { purpose: 'content' } },
    select: { text: true },
  });
  return row?.text ?? null;
}

export interface KeptCaption {
  lang: string;
  text: string;
  updatedAt: Date;
}

/** All captions of a file of content. */
export async function listCaptions(db: Db, mediaId: string): Promise<KeptCaption[]> {
  return db.mediaCaption.findMany({
    where: { mediaId, media: { purpose: 'content' } },
    select: { lang: true, text: true, updatedAt: true },
  });
}

/** The languages of the captions of these files. */
export async function listCaptionLangs(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.mediaCaption.findMany({
    where: { mediaId: { in: [...ids] } },
    select: { mediaId: true, lang: true },
    orderBy: { lang: 'desc' },
  });
  const langs = new Map<string, string[]>();
  for (const { mediaId, lang } of rows) langs.set(mediaId, [...(langs.get(mediaId) ?? []), lang]);
  return langs;
}

/** The captions as they stand, held until the transaction ends; null = there are none. */
export async function holdCaption(sql: Sql, mediaId: string, lang: CaptionLang): Promise<KeptCaption | null> {
  const row = await sql.get<{ text: string; updatedAt: RawInstant }>(
    `SELECT "text", "updatedAt" FROM "MediaCaption" WHERE "mediaId" = ? AND "lang" = ?${sql.forUpdate}`,
    ...[mediaId, lang],
  );
  return row ? { lang, text: row.text, updatedAt: instantOf(row.updatedAt)! } : null;
}

/** Writes the first captions of a file in a language; false where somebody else was faster. */
export async function insertCaption(
  sql: Sql,
  { mediaId, lang, text, at }: { mediaId: string; lang: CaptionLang; text: string; at: Date },
): Promise<boolean> {
  const made = await sql.run(
    `INSERT INTO "MediaCaption" ("mediaId", "lang", "text", "updatedAt") VALUES (?, ?, ?, ?)
     ON CONFLICT ("mediaId", "lang") DO NOTHING`,
    ...[mediaId, lang, text, at],
  );
  return made === 1;
}

/** Puts other captions in the place of those that are held; null takes them away. */
export async function replaceCaption(
  sql: Sql,
  { mediaId, lang, text, at }: { mediaId: string; lang: CaptionLang; text: string | null; at: Date },
): Promise<void> {
  if (text === null) {
    await sql.run(`DELETE FROM "MediaCaption" WHERE "mediaId" = ? AND "lang" = ?`, ...[mediaId, lang]);
    return;
  }
  await sql.run(
    `UPDATE "MediaCaption" SET "text" = ?, "updatedAt" = ? WHERE "mediaId" = ? AND "lang" = ?`,
    ...[text, at, mediaId, lang],
  );
}
