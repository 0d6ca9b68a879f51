import type { Actor } from '#app/features/access/core/role.ts';
import { passesFilter } from '#app/features/courses/core/audience.ts';
import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { booleanOf, type Sql } from '#app/platform/db/sql.server.ts';
import type { SlotPlan } from '../core/draw-paper.ts';
import type { QuizKind, QuizSettings } from '../core/settings.ts';
import { readAudience, readQuizSettings } from '../schema.ts';

/** A quiz as an attempt at it needs it. */
export interface QuizToTake {
  id: string;
  courseId: string | null;
  moduleCode: string | null;
  title: string;
  instructions: string;
  kind: QuizKind;
  unitPath: string;
  settings: QuizSettings;
}

export type Learner = Pick<Actor, 'personId' | 'unitPath'>;

type Raw = Omit<QuizToTake, 'settings'> & { settings: string };
type Meant = { audience: string; personnelClass: PersonnelClass; membership: Membership; position: string | null };

const columns = `q."id", q."courseId", q."moduleCode", q."title", q."instructions", q."kind", q."settings",
  owner."path" AS "unitPath"`;

const quizOf = (row: Raw): QuizToTake => ({
  id: row.id,
  courseId: row.courseId,
  moduleCode: row.moduleCode,
  title: row.title,
  instructions: row.instructions,
  kind: row.kind,
  unitPath: row.unitPath,
  settings: readQuizSettings(row.settings),
});

/**
 * The published quizzes that a person may take at `at`: those of courses assigned to a unit at or above the person's or
 * to a group of the person's, the assignment open and not withdrawn, its audience meaning this person. Either one quiz or
 * those of one course.
 */
export async function listQuizzesForLearner(
  sql: Sql,
  { personId, unitPath }: Learner,
  wanted: { quizId: string } | { courseId: string },
  at: Date,
): Promise<QuizToTake[]> {
  const unitIds = idsOf(unitPath);
  const [column, id] = 'quizId' in wanted ? ['id', wanted.quizId] : ['courseId', wanted.courseId];
  const rows = await sql.all<Raw & Meant>(
    `SELECT ${columns}, a."audience", p."personnelClass", p."membership", p."position"
     FROM "Quiz" q
     JOIN "Unit" owner ON owner."id" = q."unitId"
     JOIN "Assignment" a ON a."courseId" = q."courseId"
     JOIN "Person" p ON p."id" = ?
     WHERE q."${column}" = ? AND q."state" = 'published' AND a."withdrawnAt" IS NULL
       AND a."openAt" <= ? AND (a."closeAt" IS NULL OR a."closeAt" > ?)
       AND (EXISTS (SELECT 1 FROM "AssignmentUnit" au
                     WHERE au."assignmentId" = a."id" AND au."unitId" IN (${unitIds.map(() => '?').join(', ')}))
         OR EXISTS (SELECT 1 FROM "AssignmentGroup" ag
                      JOIN "PersonGroupMember" m ON m."groupId" = ag."groupId" AND m."personId" = p."id"
                     WHERE ag."assignmentId" = a."id"))
     ORDER BY q."position", q."id"`,
    ...[personId, id, at, at, ...unitIds],
  );
  const found = new Map<string, QuizToTake>();
  for (const row of rows) {
    if (!found.has(row.id) && passesFilter(row, readAudience(row.audience))) found.set(row.id, quizOf(row));
  }
  return [...found.values()];
}

/** One such quiz, or null: what is not assigned to the person does not exist for the person. */
export async function findQuizForLearner(
  sql: Sql,
  learner: Learner,
  quizId: string,
  at: Date,
): Promise<QuizToTake | null> {
  return (await listQuizzesForLearner(sql, learner, { quizId }, at))[0] ?? null;
}

/** Any quiz, a draft too: for an author's preview, once `may` has been asked, and for the owner of an attempt. */
export async function findQuiz(sql: Sql, quizId: string): Promise<QuizToTake | null> {
  const row = await sql.get<Raw>(
    `SELECT ${columns} FROM "Quiz" q JOIN "Unit" owner ON owner."id" = q."unitId" WHERE q."id" = ?`,
    quizId,
  );
  return row ? quizOf(row) : null;
}

/** Keeps others who hold the quiz waiting until the transaction ends. */
export async function holdQuiz(sql: Sql, quizId: string): Promise<void> {
  await sql.get(`SELECT "id" FROM "Quiz" WHERE "id" = ?${sql.forUpdate}`, quizId);
}

/** Starts go side by side, and keep only who holds the quiz waiting. SQLite has one writer and needs nothing. */
export async function shareQuiz(sql: Sql, quizId: string): Promise<void> {
  if (sql.forShare !== '') await sql.get(`SELECT "id" FROM "Quiz" WHERE "id" = ?${sql.forShare}`, quizId);
}

/** The same for the quiz of an exam session, known by the session alone. */
export async function shareQuizOfSession(sql: Sql, sessionId: string): Promise<void> {
  if (sql.forShare === '') return;
  const quiz = '(SELECT "quizId" FROM "ExamSession" WHERE "id" = ?)';
  await sql.get(`SELECT "id" FROM "Quiz" WHERE "id" = ${quiz}${sql.forShare}`, sessionId);
}

/** What the author put into the quiz, in order. */
export async function listSlotPlans(sql: Sql, quizId: string): Promise<SlotPlan[]> {
  type Slot = {
    questionId: string | null;
    categoryId: string | null;
    withSubcategories: number | boolean;
    tag: string | null;
    difficulty: string | null;
    count: number;
    maxMark: number;
  };
  const rows = await sql.all<Slot>(
    `SELECT "questionId", "categoryId", "withSubcategories", "tag", "difficulty", "count", "maxMark" FROM "QuizSlot"
      WHERE "quizId" = ? ORDER BY "position"`,
    quizId,
  );
  return rows.map(({ questionId, maxMark, withSubcategories, ...draw }) =>
    questionId !== null
      ? { kind: 'fixed', questionId, maxMark }
      : { kind: 'random', ...draw, withSubcategories: booleanOf(withSubcategories), maxMark },
  );
}
