import { database } from '#app/platform/db/database.server.ts';
import { listMediaOfQuestions } from '../data/used-media.server.ts';

/** The ids of the files that versions of questions and imports under way name. Reads all of them. */
export const mediaOfQuestions = (): Promise<Set<string>> => listMediaOfQuestions(database().sql);
