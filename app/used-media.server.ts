import { mediaOfLessons } from './features/courses/queries/media-of-lessons.server.ts';
import { mediaOfLibrary } from './features/library/queries/media-of-library.server.ts';
import type { UsedMedia } from './features/media/queries/unused-media.server.ts';
import { mediaOfQuestions } from './features/questions/queries/media-of-questions.server.ts';
import { mediaOfQuizzes } from './features/quiz/queries/media-of-quizzes.server.ts';

/** Every place of the product that may name a kept file: what stands in none of them is unused. */
export const usedMedia: readonly UsedMedia[] = [mediaOfQuestions, mediaOfLessons, mediaOfQuizzes, mediaOfLibrary];

/** So long a file may wait for its text: somebody who writes comes back to it within a month. */
export const keptUnusedMs = 30 * 86_400_000;
