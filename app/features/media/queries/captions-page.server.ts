import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { WrittenCaptions } from '../core/captions/captions-answer.ts';
import { type CaptionLang, captionLangs } from '../core/captions/cue.ts';
import { hasCaptions, mediaTypes } from '../core/media-type.ts';
import { listCaptions } from '../data/media-captions.server.ts';
import { findMediaFile } from '../data/media-files.server.ts';
import { writtenCaptions } from './written-captions.server.ts';

export interface CaptionsPage {
  media: { id: string; name: string; kind: 'film' | 'sound'; seconds: number | null; width: number | null };
  lang: CaptionLang;
  captions: WrittenCaptions;
  /** How many cues there are in each language. */
  langs: { lang: CaptionLang; count: number }[];
}

/** The captions of a film or a sound in one language, to be written. Who may see them is asked by the higher feature. */
export async function captionsPage(mediaId: string, lang: CaptionLang): Promise<CaptionsPage> {
  const media = await findMediaFile(database().sql, mediaId, 'content');
  if (!media || !hasCaptions(media.mimeType)) throw new AppError('not-found');
  const kept = await listCaptions(database().read, mediaId);
  const written = (of: CaptionLang) => writtenCaptions(kept.find((each) => each.lang === of));
  const { id, name, seconds, width, mimeType } = media;
  return {
    media: { ...{ id, name, seconds, width }, kind: mediaTypes[mimeType].kind === 'film' ? 'film' : 'sound' },
    ...{ lang, captions: written(lang) },
    langs: captionLangs.map((each) => ({ lang: each, count: written(each).rows.length })),
  };
}
