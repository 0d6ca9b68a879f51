import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { TaskState } from '../../core/marking/decide-marks.ts';
import type { PaperSlot } from '../../core/paper.ts';
import { readQuizSettings } from '../../schema.ts';
import type { AttemptPaper } from '../attempt-papers.server.ts';

/** Puts the answers of some slots into the queue of markers. */
export async function insertTasks(
  sql: Sql,
  { attemptId, quizId, settings }: AttemptPaper,
  places: readonly PaperSlot[],
  at: Date,
): Promise<void> {
  if (places.length === 0) return;
  await sql.run(
    `INSERT INTO "MarkingTask" ("id", "quizId", "attemptId", "slot", "questionVersionId", "state", "markersWanted", "createdAt")
     VALUES ${places.map(() => `(?, ?, ?, ?, ?, 'first', ?, ?)`).join(', ')}`,
    ...places.flatMap(({ slot, questionVersionId }) => [
      ...[newId(), quizId, attemptId, slot, questionVersionId, settings.markers, at],
    ]),
  );
}

/** One answer to be marked, with what markers must not see: for commands and queries, never for a page. */
export interface MarkingTask {
  id: string;
  quizId: string;
  quizTitle: string;
  attemptId: string;
  personId: string;
  slot: number;
  questionId: string;
  questionVersionId: string;
  state: TaskState;
  markersWanted: number;
  /** Of the attempt's settings. */
  disagreementFraction: number;
  finalFraction: number | null;
  claimedById: string | null;
  claimedAt: Date | null;
}

/** For FROM: a task with its attempt, answer, quiz, and the units by which it is found. */
export const taskTables = `"MarkingTask" t
  JOIN "Attempt" a ON a."id" = t."attemptId"
  JOIN "AttemptAnswer" s ON s."attemptId" = t."attemptId" AND s."slot" = t."slot"
  JOIN "Quiz" q ON q."id" = t."quizId"
  JOIN "Unit" qu ON qu."id" = q."unitId"
  JOIN "Person" p ON p."id" = a."personId"
  JOIN "Unit" pu ON pu."id" = p."unitId"`;

/**
 * Which tasks a marker reaches: those of quizzes that belong to a unit within the scope, and those of learners of such a
 * unit, whoever owns the quiz. Voided attempts are nobody's.
 */
export function tasksWithin(scope: readonly UnitPath[]): { text: string; values: SqlValue[] } {
  const ofQuiz = pathWithin('qu."path"', scope);
  const ofPerson = pathWithin('pu."path"', scope);
  return {
    text: `a."state" IN ('submitted', 'graded') AND (${ofQuiz.text} OR ${ofPerson.text})`,
    values: [...ofQuiz.values, ...ofPerson.values],
  };
}

type Row = Omit<MarkingTask, 'disagreementFraction' | 'claimedAt'> & { settings: string; claimedAt: RawInstant };

/** A task within the scope, or null. */
export async function findTask(sql: Sql, scope: readonly UnitPath[], taskId: string): Promise<MarkingTask | null> {
  const within = tasksWithin(scope);
  const row = await sql.get<Row>(
    `SELECT t."id", t."quizId", q."title" AS "quizTitle", t."attemptId", a."personId", t."slot", s."questionId",
       t."questionVersionId", t."state", t."markersWanted", t."finalFraction", t."claimedById", t."claimedAt", a."settings"
     FROM ${taskTables} WHERE t."id" = ? AND ${within.text}`,
    ...[taskId, ...within.values],
  );
  if (!row) return null;
  const { settings, claimedAt, ...task } = row;
  const { disagreementFraction } = readQuizSettings(settings);
  return { ...task, disagreementFraction, claimedAt: instantOf(claimedAt) };
}

/** Where a task stands after a mark; the claim is given up. */
export async function updateTask(
  sql: Sql,
  taskId: string,
  { state, fraction, doneAt }: { state: TaskState; fraction: number | null; doneAt: Date | null },
): Promise<void> {
  await sql.run(
    `UPDATE "MarkingTask" SET "state" = ?, "finalFraction" = ?, "doneAt" = ?, "claimedById" = NULL, "claimedAt" = NULL
     WHERE "id" = ?`,
    ...[state, fraction, doneAt, taskId],
  );
}
