import type { Db } from '#app/platform/db/database.server.ts';

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
