import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findMediaFile, type MediaFile } from '../data/media-files.server.ts';

/** A picture or sound of a question, for whoever is signed in. A learner's attachment does not exist here. */
export async function mediaContent(id: string): Promise<MediaFile> {
  const found = await findMediaFile(database().sql, id, 'content');
  if (!found) throw new AppError('not-found');
  return found;
}
