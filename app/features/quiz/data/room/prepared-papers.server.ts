import { rowsOf, rowsParameter } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Paper } from '../../core/paper.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { mayStart } from '../../core/start.ts';
import { insertAttempt } from '../attempts.server.ts';
import { listPreviousAttempts } from '../previous-attempts.server.ts';
import { holdSeat, updateSeatAttempt } from './seats.server.ts';

/**
 * When the quiz or any question that its papers may draw was last changed: a paper drawn before that is out of date.
 * Null for a quiz that is gone.
 */
export async function papersDatedFrom(sql: Sql, quizId: string): Promise<Date | null> {
  const row = await sql.get<{ quizAt: RawInstant; questionAt: RawInstant }>(
    `WITH RECURSIVE "drawn" AS (
       SELECT t."categoryId" AS "id" FROM "QuizSlot" t WHERE t."quizId" = ? AND t."withSubcategories" = ?
       UNION
       SELECT c."id" FROM "drawn" d JOIN "QuestionCategory" c ON c."parentId" = d."id")
     SELECT q."updatedAt" AS "quizAt", (SELECT MAX(n."updatedAt") FROM "Question" n WHERE
       n."categoryId" IN (SELECT "id" FROM "drawn") OR EXISTS (
         SELECT 1 FROM "QuizSlot" t WHERE t."quizId" = q."id" AND (t."questionId" = n."id"
           OR t."categoryId" = n."categoryId" OR (t."questionId" IS NULL AND t."categoryId" IS NULL)))) AS "questionAt"
     FROM "Quiz" q WHERE q."id" = ?`,
    ...[quizId, true, quizId],
  );
  const quizAt = row && instantOf(row.quizAt);
  const questionAt = row && instantOf(row.questionAt);
  return quizAt && questionAt && questionAt > quizAt ? questionAt : (quizAt ?? null);
}

/** The papers of a session: how many seats have one, prepared or begun, and how many prepared ones are out of date. */
export async function countPapers(sql: Sql, sessionId: string, datedFrom: Date) {
  const row = await sql.get<{ seats: number; ready: number; outOfDate: number; arrived: number; accounts: number }>(
    `SELECT COUNT(*) AS "seats", COUNT(e."attemptId") AS "ready", COUNT(e."arrivedAt") AS "arrived",
       COUNT(c."personId") AS "accounts",
       COUNT(CASE WHEN a."state" = 'prepared' AND a."startedAt" < ? THEN 1 END) AS "outOfDate"
     FROM "ExamSeat" e LEFT JOIN "Attempt" a ON a."id" = e."attemptId"
     LEFT JOIN "Account" c ON c."personId" = e."personId" AND c."disabledAt" IS NULL WHERE e."sessionId" = ?`,
    ...[datedFrom, sessionId],
  );
  const { seats = 0, ready = 0, outOfDate = 0, arrived = 0, accounts = 0 } = row ?? {};
  return {
    seats: Number(seats),
    ready: Number(ready),
    outOfDate: Number(outOfDate),
    arrived: Number(arrived),
    withAccount: Number(accounts),
  };
}

export interface SeatWithoutPaper {
  readonly personId: string;
  readonly number: number;
}

/** The next seats, after a number, that have no paper, or (before the release) one drawn before `datedFrom`. */
export async function listSeatsWithoutPaper(
  sql: Sql,
  sessionId: string,
  { after, limit, datedFrom }: { after: number; limit: number; datedFrom: Date | null },
): Promise<SeatWithoutPaper[]> {
  const rows = await sql.all<SeatWithoutPaper>(
    `SELECT e."personId", e."number" FROM "ExamSeat" e LEFT JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE e."sessionId" = ? AND e."number" > ?
       AND (e."attemptId" IS NULL OR (a."state" = 'prepared' AND a."startedAt" < ?))
     ORDER BY e."number" LIMIT ${limit}`,
    ...[sessionId, after, datedFrom ?? new Date(0)],
  );
  return rows.map(({ personId, number }) => ({ personId, number: Number(number) }));
}

export interface DrawnPaper {
  readonly personId: string;
  readonly seed: string;
  readonly paper: Paper;
  /** After the overrides that reach the person: whether another attempt is allowed. */
  readonly rules: QuizSettings;
}

export type Stored = 'stored' | 'there-already' | 'open-attempt' | 'no-attempts-left' | 'no-seat';

/**
 * Lays a paper at a seat: the seat's row is held, so that of two who do it at once the second finds the first's. A paper
 * drawn before `datedFrom` is replaced and keeps its number. Who has an attempt open already goes on with that one.
 */
export async function storePaper(
  sql: Sql,
  { sessionId, quizId, settings }: { sessionId: string; quizId: string; settings: QuizSettings },
  { personId, seed, paper, rules }: DrawnPaper,
  { drawnAt, datedFrom }: { drawnAt: Date; datedFrom: Date | null },
): Promise<Stored> {
  const seat = await holdSeat(sql, sessionId, personId);
  if (!seat) return 'no-seat';
  if (seat.attemptId !== null) {
    const isGone = datedFrom !== null && (await deletePrepared(sql, seat.attemptId, datedFrom));
    if (!isGone) return 'there-already';
  }
  const previous = await listPreviousAttempts(sql, personId, [quizId]);
  // The examiner decides when, so neither the opening time nor the delay between attempts is asked.
  const decision = mayStart(
    { ...rules, openAt: null, closeAt: null, delayBetweenAttemptsSeconds: 0 },
    previous.map(({ attempt }) => attempt),
    drawnAt,
  );
  if (decision.kind === 'resume') {
    await sql.run('UPDATE "Attempt" SET "sessionId" = ? WHERE "id" = ?', sessionId, decision.attemptId);
    await updateSeatAttempt(sql, { sessionId, personId }, decision.attemptId);
    return 'open-attempt';
  }
  if (decision.kind === 'refused') return 'no-attempts-left';
  if (decision.preparedId !== null) await deletePrepared(sql, decision.preparedId);
  const id = newId();
  await insertAttempt(sql, {
    ...{ id, quizId, personId, number: decision.number, preview: false, seed, paper, settings, sessionId },
    ...{ state: 'prepared', startedAt: drawnAt, deadlineAt: null },
  });
  await updateSeatAttempt(sql, { sessionId, personId }, id);
  return 'stored';
}

/**
 * Takes a paper away that nobody has begun (and, if said so, only one drawn before an instant) from whichever seat it lay
 * at: a seat that went on naming it could never be given another. Answers whether it did.
 */
export async function deletePrepared(sql: Sql, attemptId: string, drawnBefore?: Date): Promise<boolean> {
  const dated = drawnBefore ? { text: ' AND "startedAt" < ?', values: [drawnBefore] } : { text: '', values: [] };
  const [gone] = await sql.all<{ personId: string }>(
    `DELETE FROM "Attempt" WHERE "id" = ? AND "state" = 'prepared'${dated.text} RETURNING "personId"`,
    ...[attemptId, ...dated.values],
  );
  if (!gone) return false;
  await sql.run(
    'UPDATE "ExamSeat" SET "attemptId" = NULL WHERE "personId" = ? AND "attemptId" = ?',
    ...[gone.personId, attemptId],
  );
  return true;
}

/** Takes all papers of a session away that nobody has begun; answers how many. */
export async function deletePreparedOf(sql: Sql, sessionId: string): Promise<number> {
  await sql.run(
    `UPDATE "ExamSeat" SET "attemptId" = NULL WHERE "sessionId" = ? AND "attemptId" IN (
       SELECT "id" FROM "Attempt" WHERE "sessionId" = ? AND "state" = 'prepared')`,
    ...[sessionId, sessionId],
  );
  return sql.run(`DELETE FROM "Attempt" WHERE "sessionId" = ? AND "state" = 'prepared'`, sessionId);
}

/** How many of a session's attempts are still being written at `at`. */
export async function countWorking(sql: Sql, sessionId: string, at: Date): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS "n" FROM "Attempt" WHERE "sessionId" = ? AND "state" = 'in-progress'
       AND ("deadlineAt" IS NULL OR "pausedAt" IS NOT NULL OR "deadlineAt" > ?)`,
    ...[sessionId, at],
  );
  return Number(row?.n ?? 0);
}

/** How an attempt whose paper lay ready begins. `settings` null: those that it was drawn with. */
export interface Begun {
  readonly attemptId: string;
  readonly deadlineAt: Date | null;
  readonly extraSeconds: number;
  readonly settings: string | null;
}

const begunColumns = { id: 'TEXT', deadlineAt: 'INSTANT', extraSeconds: 'INTEGER', settings: 'TEXT' } as const;

/**
 * Starts the clock of prepared papers: answers the ids of those that were still prepared. Their state is asked so that no
 * index of it is taken: SQLite would read every prepared paper of the product for each of these.
 */
export async function updateAsBegun(sql: Sql, begun: readonly Begun[], startedAt: Date): Promise<Set<string>> {
  const rows = await sql.all<{ id: string }>(
    `UPDATE "Attempt" SET "state" = 'in-progress', "startedAt" = ?, "deadlineAt" = d."deadlineAt",
       "extraSeconds" = d."extraSeconds", "settings" = COALESCE(d."settings", "Attempt"."settings")
       FROM (${rowsOf(sql, begunColumns)}) AS d
     WHERE "Attempt"."id" = d."id" AND "Attempt"."state" || '' = 'prepared' RETURNING "Attempt"."id"`,
    startedAt,
    rowsParameter(
      sql,
      begun.map((one) => [one.attemptId, one.deadlineAt, one.extraSeconds, one.settings]),
    ),
  );
  return new Set(rows.map(({ id }) => id));
}
