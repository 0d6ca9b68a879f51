import type { MimeType } from '#app/features/media/core/media-type.ts';
import { mediaTypes } from '#app/features/media/core/media-type.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { type CaptionLang, captionLangs, type PackagedMedium } from '../core/course-package.ts';

export interface StoredMedium extends PackagedMedium {
  byteSize: number;
  /** WebVTT by language. */
  captionTexts: Partial<Record<CaptionLang, string>>;
}

/** Those of these files that are kept for all, with their captions; a learner's attachment is none of them. */
export async function listStoredMedia(db: Db, ids: readonly string[]): Promise<StoredMedium[]> {
  const found: StoredMedium[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db.mediaFile.findMany({
      where: { id: { in: ids.slice(at, at + 500) }, purpose: 'content' },
      select: { id: true, mimeType: true, name: true, byteSize: true, captions: true },
    });
    for (const { id, mimeType, name, byteSize, captions } of rows) {
      if (!(mimeType in mediaTypes)) continue;
      const captionTexts: StoredMedium['captionTexts'] = {};
      for (const { lang, text } of captions) if (isCaptionLang(lang)) captionTexts[lang] = text;
      const langs = captionLangs.filter((lang) => captionTexts[lang] !== undefined);
      found.push({ id, type: mimeType as MimeType, name, byteSize, captions: langs, captionTexts });
    }
  }
  return found;
}

const isCaptionLang = (lang: string): lang is CaptionLang => (captionLangs as readonly string[]).includes(lang);

/** What the library calls these items, by id. */
export async function listLibraryTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.libraryItem.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
