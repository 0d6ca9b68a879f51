import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { AttemptDeed, Deeds } from '../core/person-history.ts';
import { settingsOfQuiz } from '../schema.ts';
import { loadAttemptsAllowed } from './attempt-overrides.server.ts';
import { listRuleQuizzes } from './standings.server.ts';
import { loadStudiedRevisions } from './studied-revisions.server.ts';

/** What these people have done in a course, with its instants, and what their history is judged by. */
export interface LoadedDeeds {
  readonly lessonsTotalOf: (personId: string) => number;
  readonly deedsOf: (personId: string) => Deeds;
  readonly settingsOf: (personId: string) => (quizId: string) => QuizSettings | undefined;
}

/** Five statements, however many people. */
export async function loadDeeds(
  sql: Sql,
  { courseId, rule }: { courseId: string; rule: CompletionRule },
  personIds: readonly string[],
): Promise<LoadedDeeds> {
  const people = among(sql, personIds);
  const asked = among(sql, rule.quizIds);
  const quizzes = await listRuleQuizzes(sql, rule);
  const settings = new Map(quizzes.map((quiz) => [quiz.id, settingsOfQuiz(quiz.settings)]));
  const attemptsAllowed = await loadAttemptsAllowed(sql, rule.quizIds, personIds);
  const studied = await loadStudiedRevisions(sql, courseId, personIds);
  const reads = await sql.all<{ personId: string; at: RawInstant }>(
    `SELECT r."personId", r."readAt" AS "at" ${studied.reads.text} r."courseId" = ? AND r."readAt" IS NOT NULL AND r."personId" ${people.text}`,
    ...studied.reads.values,
    courseId,
    ...people.values,
  );
  type Raw = Omit<AttemptDeed, 'startedAt' | 'gradedAt'> & {
    personId: string;
    startedAt: RawInstant;
    gradedAt: RawInstant;
  };
  const attempts = await sql.all<Raw>(
    `SELECT a."personId", a."quizId", a."number", a."state", a."grade", a."startedAt", a."gradedAt"
       FROM "Attempt" a JOIN "Quiz" q ON q."id" = a."quizId"
      WHERE a."number" > 0 AND a."state" NOT IN ('prepared', 'abandoned') AND a."personId" ${people.text}
        AND (q."courseId" = ? OR q."id" ${asked.text})`,
    ...people.values,
    courseId,
    ...asked.values,
  );
  const deeds = new Map<string, { reads: Date[]; attempts: AttemptDeed[] }>();
  const of = (personId: string) => {
    const found = deeds.get(personId) ?? { reads: [], attempts: [] };
    deeds.set(personId, found);
    return found;
  };
  for (const { personId, at } of reads) of(personId).reads.push(instantOf(at)!);
  for (const { personId, startedAt, gradedAt, ...row } of attempts) {
    of(personId).attempts.push({ ...row, startedAt: instantOf(startedAt)!, gradedAt: instantOf(gradedAt) });
  }
  return {
    lessonsTotalOf: studied.lessonsTotal,
    deedsOf: (personId) => deeds.get(personId) ?? { reads: [], attempts: [] },
    settingsOf: (personId) => (quizId) => {
      const known = settings.get(quizId);
      return known && { ...known, attemptsAllowed: attemptsAllowed(quizId, personId, known) };
    },
  };
}
