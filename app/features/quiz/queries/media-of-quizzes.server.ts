import { database } from '#app/platform/db/database.server.ts';
import { listMediaOfQuizzes } from '../data/used-media.server.ts';

/** The ids of the files that quizzes name, or learners attached. Reads all of them. */
export const mediaOfQuizzes = (): Promise<Set<string>> => listMediaOfQuizzes(database().sql);
