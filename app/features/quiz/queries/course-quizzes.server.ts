import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { passed } from '../core/grade.ts';
import type { QuizKind } from '../core/settings.ts';
import { mayStart, type StartDecision } from '../core/start.ts';
import { listPreviousAttempts } from '../data/previous-attempts.server.ts';
import { listQuizzesForLearner, listSlotPlans } from '../data/quiz-for-attempt.server.ts';
import { listOpenSeatsOf } from '../data/room/seats.server.ts';
import { settingsOfPerson } from '../data/rules/settings-for.server.ts';
import { standingAt } from './attempt-line.server.ts';
import { questionCountOf } from './quiz-start-page.server.ts';

/** A quiz of a course, and where the learner stands in it. */
export interface CourseQuiz {
  id: string;
  title: string;
  kind: QuizKind;
  /** The code of the module that it stands under; null = the whole course. */
  moduleCode: string | null;
  questionCount: number;
  /** 0 = unlimited, both. */
  timeLimitSeconds: number;
  attemptsAllowed: number;
  attemptsUsed: number;
  closeAt: Date | null;
  /** The grade that counts, null while there is none. */
  grade: number | null;
  gradeScale: number;
  passed: boolean | null;
  /** What pressing "start" would do now. */
  start: 'start' | 'resume' | 'in-session' | Extract<StartDecision, { kind: 'refused' }>['reason'];
  openAttemptId: string | null;
  /** An exam session, not closed, in which the learner has a seat: the quiz is begun there and nowhere else. */
  sessionId: string | null;
}

/** The published quizzes of a course as far as it is assigned to the actor, in the author's order. */
export async function courseQuizzes(actor: Actor, courseId: string): Promise<CourseQuiz[]> {
  const { sql } = database();
  const at = now();
  const quizzes = await listQuizzesForLearner(sql, actor, { courseId }, at);
  const previous = await listPreviousAttempts(
    sql,
    actor.personId,
    quizzes.map(({ id }) => id),
  );
  const seats = await listOpenSeatsOf(
    sql,
    actor.personId,
    quizzes.map(({ id }) => id),
  );
  const rules = await settingsOfPerson(sql, quizzes, actor);
  return Promise.all(
    quizzes.map(async ({ id, title, kind, moduleCode, ...quiz }): Promise<CourseQuiz> => {
      const settings = rules.get(id)?.settings ?? quiz.settings;
      const own = previous.filter(({ quizId }) => quizId === id);
      const decision = mayStart(
        settings,
        own.map(({ attempt }) => attempt),
        at,
      );
      const { used, grade } = await standingAt(own, quiz.settings, at);
      const { timeLimitSeconds, attemptsAllowed, closeAt, gradeScale, passGrade } = settings;
      return {
        ...{ id, title, kind, moduleCode, timeLimitSeconds, attemptsAllowed, closeAt, grade, gradeScale },
        questionCount: questionCountOf(await listSlotPlans(sql, id)),
        attemptsUsed: used,
        passed: grade === null ? null : passed(grade, passGrade),
        start: startOf(decision, seats.has(id)),
        openAttemptId: decision.kind === 'resume' ? decision.attemptId : null,
        sessionId: seats.get(id) ?? null,
      };
    }),
  );
}

function startOf(decision: StartDecision, isInSession: boolean): CourseQuiz['start'] {
  if (decision.kind === 'resume') return 'resume';
  if (isInSession) return 'in-session';
  return decision.kind === 'refused' ? decision.reason : 'start';
}
