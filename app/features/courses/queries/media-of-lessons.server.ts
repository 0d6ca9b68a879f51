import { database } from '#app/platform/db/database.server.ts';
import { listMediaOfLessons } from '../data/used-media.server.ts';

/** The ids of the files that lessons name, in what is published, in versions and in drafts. Reads all of them. */
export const mediaOfLessons = (): Promise<Set<string>> => listMediaOfLessons(database().sql);
