import type { UnitPath } from '#app/kernel/unit-path.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { TaskState } from '../../core/marking/decide-marks.ts';
import { CLAIM_SECONDS } from '../../core/marking/may-mark.ts';
import { tasksWithin, taskTables } from './tasks.server.ts';

/** How far the marking of one question of a quiz is. */
export interface QueueLine {
  quizId: string;
  quizTitle: string;
  questionId: string;
  /** A version of the question, for its text. */
  questionVersionId: string;
  total: number;
  done: number;
  /** Of the open ones, those that this marker may mark: neither the own answer nor marked already. */
  forMarker: number;
  /** Of the open ones, those that wait for a second or third marker. */
  third: number;
}

type Counts = 'total' | 'done' | 'forMarker' | 'third';

const notMine = `t."state" <> 'done' AND a."personId" <> ? AND m."markerId" IS NULL`;
const withOwnMark = 'LEFT JOIN "MarkingMark" m ON m."taskId" = t."id" AND m."markerId" = ?';

/** The queue within the scope by quiz and question, of one quiz where it is named. One statement. */
export async function listQueue(
  sql: Sql,
  scope: readonly UnitPath[],
  { markerId, quizId }: { markerId: string; quizId?: string },
): Promise<QueueLine[]> {
  const within = tasksWithin(scope);
  const rows = await sql.all<Omit<QueueLine, Counts> & Record<Counts, number>>(
    `SELECT t."quizId", q."title" AS "quizTitle", s."questionId", MAX(t."questionVersionId") AS "questionVersionId",
       COUNT(*) AS "total", SUM(CASE WHEN t."state" = 'done' THEN 1 ELSE 0 END) AS "done",
       SUM(CASE WHEN ${notMine} THEN 1 ELSE 0 END) AS "forMarker",
       SUM(CASE WHEN t."state" = 'third' THEN 1 ELSE 0 END) AS "third"
     FROM ${taskTables} ${withOwnMark}
     WHERE ${within.text}${quizId === undefined ? '' : ' AND t."quizId" = ?'}
     GROUP BY t."quizId", q."title", s."questionId" ORDER BY q."title", t."quizId", s."questionId"`,
    ...[markerId, markerId, ...within.values, ...(quizId === undefined ? [] : [quizId])],
  );
  return rows.map((row) => ({
    ...row,
    total: Number(row.total),
    done: Number(row.done),
    forMarker: Number(row.forMarker),
    third: Number(row.third),
  }));
}

/**
 * The answers that a marker may take next, best first: the one on the own table, then those of the question just marked,
 * then question by question, in the order of submission. What others have on their tables is left out.
 */
export async function listNextTasks(
  sql: Sql,
  scope: readonly UnitPath[],
  { markerId, quizId, questionId }: { markerId: string; quizId: string; questionId: string | null },
  at: Date,
): Promise<string[]> {
  const within = tasksWithin(scope);
  const lapsed = new Date(at.getTime() - CLAIM_SECONDS * 1000);
  const rows = await sql.all<{ id: string }>(
    `SELECT t."id" FROM ${taskTables} ${withOwnMark}
     WHERE t."quizId" = ? AND ${notMine} AND ${within.text}
       AND (t."claimedById" IS NULL OR t."claimedById" = ? OR t."claimedAt" <= ?)
     ORDER BY CASE WHEN t."claimedById" = ? AND t."claimedAt" > ? THEN 0 ELSE 1 END,
       CASE WHEN s."questionId" = ? THEN 0 ELSE 1 END, s."questionId", t."id" LIMIT 20`,
    ...[markerId, quizId, markerId, ...within.values, markerId, lapsed, markerId, lapsed, questionId ?? ''],
  );
  return rows.map(({ id }) => id);
}

/** Puts an answer on a marker's table, unless somebody else was faster; answers whether it is there. */
export async function claimTask(sql: Sql, taskId: string, markerId: string, at: Date): Promise<boolean> {
  const lapsed = new Date(at.getTime() - CLAIM_SECONDS * 1000);
  const changed = await sql.run(
    `UPDATE "MarkingTask" SET "claimedById" = ?, "claimedAt" = ?
     WHERE "id" = ? AND "state" <> 'done' AND ("claimedById" IS NULL OR "claimedById" = ? OR "claimedAt" <= ?)`,
    ...[markerId, at, taskId, markerId, lapsed],
  );
  return changed === 1;
}

/** A mark that a marker gave, without a word of whose answer it was. */
export interface OwnMark {
  taskId: string;
  questionId: string;
  questionVersionId: string;
  state: TaskState;
  fraction: number;
  markedAt: Date;
}

/** What a marker gave in a quiz, the last first. */
export async function listOwnMarks(
  sql: Sql,
  scope: readonly UnitPath[],
  { markerId, quizId }: { markerId: string; quizId: string },
  limit: number,
): Promise<OwnMark[]> {
  const within = tasksWithin(scope);
  const rows = await sql.all<Omit<OwnMark, 'markedAt'> & { markedAt: RawInstant }>(
    `SELECT t."id" AS "taskId", s."questionId", t."questionVersionId", t."state", m."fraction", m."markedAt"
     FROM ${taskTables} JOIN "MarkingMark" m ON m."taskId" = t."id" AND m."markerId" = ?
     WHERE t."quizId" = ? AND ${within.text} ORDER BY m."markedAt" DESC, t."id" LIMIT ${limit}`,
    ...[markerId, quizId, ...within.values],
  );
  return rows.map((row) => ({ ...row, markedAt: instantOf(row.markedAt) as Date }));
}

/** Every answer of a quiz with the marks given so far, for the printed sheet; question by question. */
export interface SheetLine {
  taskId: string;
  questionId: string;
  questionVersionId: string;
  state: TaskState;
  finalFraction: number | null;
  round: number | null;
  fraction: number | null;
}

export async function listSheet(sql: Sql, scope: readonly UnitPath[], quizId: string): Promise<SheetLine[]> {
  const within = tasksWithin(scope);
  return sql.all<SheetLine>(
    `SELECT t."id" AS "taskId", s."questionId", t."questionVersionId", t."state", t."finalFraction", m."round",
       m."fraction"
     FROM ${taskTables} LEFT JOIN "MarkingMark" m ON m."taskId" = t."id"
     WHERE t."quizId" = ? AND ${within.text} ORDER BY s."questionId", t."id", m."round"`,
    ...[quizId, ...within.values],
  );
}
