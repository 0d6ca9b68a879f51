import type { DueAssignment } from '../queries/learner-home.server.ts';
import type { QuizLink } from './quiz-links.tsx';

/** The quiz that is the thing to do next. `isBegun`: an attempt is under way. */
export interface NextQuiz {
  quiz: QuizLink;
  isBegun: boolean;
}

/**
 * An exam under way comes before everything, since its time runs. Otherwise, once the lessons are read, the first quiz that
 * an open assignment asks for and that may still be passed.
 */
export function nextQuiz(
  quizzes: readonly QuizLink[],
  open: readonly Pick<DueAssignment, 'rule' | 'isClosed'>[],
  areLessonsRead: boolean,
): NextQuiz | null {
  const running = quizzes.find(({ kind, openAttemptId }) => kind === 'exam' && openAttemptId !== null);
  if (running) return { quiz: running, isBegun: true };
  if (!areLessonsRead) return null;
  const asked = new Set(open.filter(({ isClosed }) => !isClosed).flatMap(({ rule }) => rule.quizIds));
  const next = quizzes.find(
    ({ id, passed, attemptsUsed, attemptsAllowed }) =>
      asked.has(id) && !passed && (attemptsAllowed === 0 || attemptsUsed < attemptsAllowed),
  );
  return next ? { quiz: next, isBegun: next.openAttemptId !== null } : null;
}
