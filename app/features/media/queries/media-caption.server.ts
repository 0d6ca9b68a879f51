import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findCaption } from '../data/media-captions.server.ts';

/** The captions of a film or a sound in a language, as WebVTT. Throws not-found where there are none. */
export async function mediaCaption(mediaId: string, lang: string): Promise<string> {
  const text = await findCaption(database().read, mediaId, lang);
  if (text === null) throw new AppError('not-found');
  return text;
}
