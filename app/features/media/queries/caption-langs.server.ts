import { database } from '#app/platform/db/database.server.ts';
import { listCaptionLangs } from '../data/media-captions.server.ts';

/** The languages in which each of these files has captions. */
export const captionLangsOf = (ids: readonly string[]): Promise<Map<string, string[]>> =>
  listCaptionLangs(database().read, ids);
