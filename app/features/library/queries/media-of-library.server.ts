import { database } from '#app/platform/db/database.server.ts';
import { listMediaOfLibrary } from '../data/used-media.server.ts';

/** The ids of the files that the library carries or shows. Reads all of it. */
export const mediaOfLibrary = (): Promise<Set<string>> => listMediaOfLibrary(database().sql);
