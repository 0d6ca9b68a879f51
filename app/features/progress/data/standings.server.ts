import type { CompletionRule } from '#app/features/courses/core/assignment.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { asksQuizzesAlone, type Standing } from '../core/enrolment-status.ts';
import { quizStanding } from '../core/quiz-standing.ts';
import { settingsOfQuiz } from '../schema.ts';
import { loadAttemptsAllowed, only } from './attempt-overrides.server.ts';
import { loadStudiedRevisions } from './studied-revisions.server.ts';

/** What a person has done in a course, without what stands in the enrolment itself. */
export interface Activity extends Omit<Standing, 'isExempt' | 'wasCompleted'> {
  /** The first lesson read or attempt begun, of what begins the assignment (`asksQuizzesAlone`). */
  readonly startedAt: Date | null;
}

export interface QuizRow {
  id: string;
  title: string;
  settings: string;
}

type AttemptRow = {
  personId: string;
  quizId: string;
  number: number;
  state: string;
  grade: number | null;
  at: RawInstant;
};
type ReadRow = { personId: string; read: number; at: RawInstant };

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** The quizzes that a rule names, in its order; one that is gone is left out. */
export async function listRuleQuizzes(sql: Sql, rule: CompletionRule): Promise<QuizRow[]> {
  if (rule.quizIds.length === 0) return [];
  const rows = await sql.all<QuizRow>(
    `SELECT "id", "title", "settings" FROM "Quiz" WHERE "id" IN (${marks(rule.quizIds)})`,
    ...rule.quizIds,
  );
  return rule.quizIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Answers, for any person, what that person has done; those who have done nothing included. */
export type ActivityOf = (personId: string) => Activity;

/**
 * What has been done in a course and the quizzes of a rule: by one person, by these, or by everybody (null), as far as it
 * counts: from `countsFromAt` of one enrolment on, or from that of each person in the assignment `id`. Four queries, however
 * many people; one more for a rule with quizzes.
 */
export async function loadActivity(
  sql: Sql,
  asked: { courseId: string; rule: CompletionRule } & ({ countsFromAt: Date | null } | { id: string }),
  who: string | readonly string[] | null,
): Promise<ActivityOf> {
  const { courseId, rule } = asked;
  const since = sinceOf(asked);
  const studied = await loadStudiedRevisions(sql, courseId, who);
  const quizzes = await listRuleQuizzes(sql, rule);
  const settings = new Map(quizzes.map((quiz) => [quiz.id, settingsOfQuiz(quiz.settings)]));
  const attemptsAllowed = await loadAttemptsAllowed(sql, rule.quizIds, who);
  const { mine, me } = only(sql, who);
  const reads = await sql.all<ReadRow>(
    `SELECT r."personId", COUNT(*) AS "read", MIN(r."readAt") AS "at"
       ${studied.reads.text} r."courseId" = ? AND r."readAt" IS NOT NULL${mine('r."personId"')}${since.text('r."readAt"', 'r."personId"')} GROUP BY r."personId"`,
    ...studied.reads.values,
    courseId,
    ...me,
    ...since.values,
  );
  const byRule = rule.quizIds.length === 0 ? '' : ` OR q."id" IN (${marks(rule.quizIds)})`;
  const attempts = await sql.all<AttemptRow>(
    `SELECT a."personId", a."quizId", a."number", a."state", a."grade", a."startedAt" AS "at"
       FROM "Attempt" a JOIN "Quiz" q ON q."id" = a."quizId"
      WHERE a."number" > 0 AND a."state" NOT IN ('prepared', 'abandoned') AND (q."courseId" = ?${byRule})${mine('a."personId"')}
        ${since.text('a."startedAt"', 'a."personId"')}`,
    courseId,
    ...rule.quizIds,
    ...me,
    ...since.values,
  );
  const readOf = new Map(reads.map((row) => [row.personId, row]));
  const attemptsOf = new Map<string, AttemptRow[]>();
  for (const row of attempts) attemptsOf.set(row.personId, [...(attemptsOf.get(row.personId) ?? []), row]);
  return (id) => {
    const read = readOf.get(id);
    const own = attemptsOf.get(id) ?? [];
    const begins = asksQuizzesAlone(rule)
      ? own.filter((row) => rule.quizIds.includes(row.quizId)).map((row) => row.at)
      : [read?.at ?? null, ...own.map((row) => row.at)];
    const starts = begins.flatMap((at) => instantOf(at) ?? []);
    return {
      lessonsRead: Number(read?.read ?? 0),
      lessonsTotal: studied.lessonsTotal(id),
      attempts: own.length,
      startedAt: starts.length === 0 ? null : new Date(Math.min(...starts.map(Number))),
      // A quiz that is gone cannot be passed: it keeps its place, without settings and attempts.
      quizzes: rule.quizIds.map((quizId) => {
        const known = settings.get(quizId);
        const tries = own.filter((row) => row.quizId === quizId);
        if (!known) return missingQuiz(quizId);
        return quizStanding(quizId, { ...known, attemptsAllowed: attemptsAllowed(quizId, id, known) }, tries);
      }),
    };
  };
}

/** From when on deeds count: the instant of one enrolment, or of each person's enrolment in an assignment. */
function sinceOf(asked: { countsFromAt: Date | null } | { id: string }) {
  if ('id' in asked) {
    const text = (instant: string, personId: string) =>
      ` AND NOT EXISTS (SELECT 1 FROM "Enrolment" n WHERE n."assignmentId" = ? AND n."personId" = ${personId}
                           AND n."countsFromAt" > ${instant})`;
    return { text, values: [asked.id] };
  }
  const { countsFromAt } = asked;
  if (countsFromAt === null) return { text: () => '', values: [] };
  return { text: (instant: string) => ` AND ${instant} >= ?`, values: [countsFromAt] };
}

const missingQuiz = (quizId: string) => ({
  quizId,
  grade: null,
  classification: null,
  isPassed: false,
  attemptsUsed: 0,
  attemptsAllowed: 0,
  isOpen: false,
});
