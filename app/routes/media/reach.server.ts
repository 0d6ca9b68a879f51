import type { Actor } from '#app/features/access/core/role.ts';
import { isKeptByCourses } from '#app/features/courses/queries/media-reach.server.ts';
import { mediaOfLibrary } from '#app/features/library/queries/media-of-library.server.ts';
import { mediaOfQuestions } from '#app/features/questions/queries/media-of-questions.server.ts';
import { mediaOfQuizzes } from '#app/features/quiz/queries/media-of-quizzes.server.ts';
import { AppError } from '#app/kernel/app-error.ts';

/**
 * Who may see none of the courses whose lessons show a file does not find it, unless it is also a question's, a quiz's or
 * the library's, whose files are for whoever is signed in. The second look reads many texts; it is rarely come to.
 */
export async function demandReach(actor: Actor, mediaId: string): Promise<void> {
  if (!(await isKeptByCourses(actor, mediaId))) return;
  for (const list of [mediaOfLibrary, mediaOfQuizzes, mediaOfQuestions]) if ((await list()).has(mediaId)) return;
  throw new AppError('not-found');
}
