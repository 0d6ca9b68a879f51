import type { Change } from './features/audit/commands/transact.server.ts';
import type { CourseParts } from './features/course-package/core/parts-to-take.ts';
import { takeCourse } from './features/courses/commands/take-course.server.ts';
import { takeMedia } from './features/media/commands/take-media.server.ts';
import { takeBank } from './features/questions/commands/take-bank.server.ts';
import { takeQuizzes } from './features/quiz/commands/take-quizzes.server.ts';

/** Which feature writes which part of a course that comes from elsewhere. */
export const courseParts: CourseParts<Change> = {
  media: takeMedia,
  bank: takeBank,
  course: takeCourse,
  quizzes: takeQuizzes,
};
