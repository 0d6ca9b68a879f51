import type { DueAssignment } from '../queries/learner-home.server.ts';
import type { QuizLink } from './quiz-links.tsx';

/** The quiz that is the thing to do next. `isBegun`: an attempt is under way. */
export interface NextQuiz {
  quiz: QuizLink;
  isBegun: boolean;
}

type Open = Pick<DueAssignment, 'courseId' | 'rule' | 'dueAt' | 'isClosed' | 'isExempt' | 'standing'>;

/**
 * The quiz that comes before the lesson to read next, or null when the lesson comes first. An exam under way comes before
 * everything, since its time runs. Otherwise it is the quiz of the most urgent assignment that has no lesson left before
 * it, unless a lesson is due as early; what is asked for comes before what may be read freely.
 */
export function nextQuiz(
  quizzes: readonly QuizLink[],
  open: readonly Open[],
  lesson: { readonly courseId: string } | null,
): NextQuiz | null {
  const running = quizzes.find(({ kind, openAttemptId }) => kind === 'exam' && openAttemptId !== null);
  if (running) return { quiz: running, isBegun: true };
  const candidates = open
    .filter((assignment) => isExpected(assignment) && !hasLessonsLeft(assignment))
    .flatMap((assignment) => {
      const quiz = quizzes.find((each) => assignment.rule.quizIds.includes(each.id) && isLeft(each));
      return quiz ? [{ quiz, due: dueTime(assignment) }] : [];
    });
  const first = earliest(candidates);
  if (!first) return null;
  const lessonIsFirst = asking(open, lesson).some((assignment) => dueTime(assignment) <= first.due);
  return lessonIsFirst ? null : { quiz: first.quiz, isBegun: first.quiz.openAttemptId !== null };
}

/** Whether the lesson is asked of the reader too, after a quiz that is more urgent but not under way. */
export const isAskedToo = (
  { isBegun }: NextQuiz,
  open: readonly Open[],
  lesson: { readonly courseId: string } | null,
): boolean => !isBegun && asking(open, lesson).length > 0;

const asking = (open: readonly Open[], lesson: { readonly courseId: string } | null) =>
  open.filter((each) => isExpected(each) && each.courseId === lesson?.courseId && hasLessonsLeft(each));
const isExpected = ({ isClosed, isExempt }: Open) => !isClosed && !isExempt;
const hasLessonsLeft = ({ standing: { lessons } }: Open) => lessons !== null && lessons.done < lessons.total;
const dueTime = ({ dueAt }: Open) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
const earliest = <Each extends { due: number }>(all: readonly Each[]): Each | undefined =>
  all.reduce<Each | undefined>((low, each) => (low && low.due <= each.due ? low : each), undefined);

/** It may still be passed: begun, or to be begun now or in the reader's session. */
function isLeft({ passed, start, openAttemptId, attemptsUsed, attemptsAllowed }: QuizLink): boolean {
  if (passed) return false;
  if (openAttemptId !== null) return true;
  return (attemptsAllowed === 0 || attemptsUsed < attemptsAllowed) && (start === 'start' || start === 'in-session');
}
