import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Preparation, SessionTimes } from '../../core/room/session.ts';

/** An exam session as it is stored; its state follows from it by `sessionStateAt`. */
export interface StoredSession extends SessionTimes {
  readonly id: string;
  readonly quizId: string;
  readonly unitId: string;
  /** Of the unit whose examiners run it. */
  readonly unitPath: UnitPath;
  readonly title: string;
  readonly room: string;
  readonly examinerId: string;
  readonly preparation: Preparation;
  readonly revision: number;
}

const instants = ['lobbyAt', 'plannedAt', 'releasedAt', 'pausedAt', 'closedAt'] as const;
export type RawSession = Omit<StoredSession, (typeof instants)[number]> & Record<(typeof instants)[number], RawInstant>;

/** For SELECT lists; the tables are called `s` (ExamSession) and `su` (its Unit). */
export const sessionColumns = `s."id", s."quizId", s."unitId", su."path" AS "unitPath", s."title", s."room",
  s."examinerId", s."lobbyAt", s."plannedAt", s."releasedAt", s."pausedAt", s."extraSeconds", s."closedAt",
  s."lateMinutes", s."preparation", s."revision"`;
const from = '"ExamSession" s JOIN "Unit" su ON su."id" = s."unitId"';

export const sessionOf = (row: RawSession): StoredSession => ({
  id: row.id,
  quizId: row.quizId,
  unitId: row.unitId,
  unitPath: row.unitPath,
  title: row.title,
  room: row.room,
  examinerId: row.examinerId,
  lobbyAt: instantOf(row.lobbyAt) as Date,
  plannedAt: instantOf(row.plannedAt) as Date,
  releasedAt: instantOf(row.releasedAt),
  pausedAt: instantOf(row.pausedAt),
  closedAt: instantOf(row.closedAt),
  extraSeconds: Number(row.extraSeconds),
  lateMinutes: row.lateMinutes === null ? null : Number(row.lateMinutes),
  preparation: row.preparation,
  revision: Number(row.revision),
});

/** A session of a unit within the scope, or null. */
export async function findSession(sql: Sql, scope: readonly UnitPath[], id: string): Promise<StoredSession | null> {
  const within = pathWithin('su."path"', scope);
  const row = await sql.get<RawSession>(
    `SELECT ${sessionColumns} FROM ${from} WHERE s."id" = ? AND ${within.text}`,
    ...[id, ...within.values],
  );
  return row ? sessionOf(row) : null;
}

/** The same, held until the transaction ends: whoever begins in it, or changes it too, waits. */
export async function holdSession(sql: Sql, scope: readonly UnitPath[], id: string): Promise<StoredSession | null> {
  await sql.get(`SELECT "id" FROM "ExamSession" WHERE "id" = ?${sql.forUpdate}`, id);
  return findSession(sql, scope, id);
}

/** Starts and papers go side by side, and keep only who holds the session waiting. SQLite needs nothing. */
export async function shareSession(sql: Sql, id: string): Promise<void> {
  if (sql.forShare !== '') await sql.get(`SELECT "id" FROM "ExamSession" WHERE "id" = ?${sql.forShare}`, id);
}

/** A session whoever asks: for the jobs of the clock. */
export const findAnySession = async (sql: Sql, id: string): Promise<StoredSession | null> => {
  const row = await sql.get<RawSession>(`SELECT ${sessionColumns} FROM ${from} WHERE s."id" = ?`, id);
  return row ? sessionOf(row) : null;
};

export interface ListedSession extends StoredSession {
  readonly quizTitle: string;
  readonly examinerName: string;
  readonly seats: number;
}

/** The sessions of units within the scope: those not closed by their planned time, then the closed, the last first. */
export async function listSessions(sql: Sql, scope: readonly UnitPath[], limit = 200): Promise<ListedSession[]> {
  const within = pathWithin('su."path"', scope);
  const rows = await sql.all<RawSession & { quizTitle: string; examinerName: string; seats: number }>(
    `SELECT ${sessionColumns}, q."title" AS "quizTitle", x."fullName" AS "examinerName",
       (SELECT COUNT(*) FROM "ExamSeat" e WHERE e."sessionId" = s."id") AS "seats"
     FROM ${from} JOIN "Quiz" q ON q."id" = s."quizId" JOIN "Person" x ON x."id" = s."examinerId"
     WHERE ${within.text}
     ORDER BY CASE WHEN s."closedAt" IS NULL THEN 0 ELSE 1 END, s."closedAt" DESC, s."plannedAt", s."id" LIMIT ${limit}`,
    ...within.values,
  );
  return rows.map((row) => ({
    ...sessionOf(row),
    quizTitle: row.quizTitle,
    examinerName: row.examinerName,
    seats: Number(row.seats),
  }));
}

export type SessionPlan = Pick<
  StoredSession,
  'quizId' | 'unitId' | 'title' | 'room' | 'examinerId' | 'lobbyAt' | 'plannedAt' | 'lateMinutes'
>;

export async function insertSession(
  sql: Sql,
  { id, createdById, at, ...plan }: SessionPlan & { id: string; createdById: string | null; at: Date },
): Promise<void> {
  await sql.run(
    `INSERT INTO "ExamSession" ("id", "quizId", "unitId", "title", "room", "examinerId", "lobbyAt", "plannedAt",
       "lateMinutes", "extraSeconds", "preparation", "revision", "createdById", "createdAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'none', 1, ?, ?)`,
    ...[id, plan.quizId, plan.unitId, plan.title, plan.room, plan.examinerId, plan.lobbyAt, plan.plannedAt],
    ...[plan.lateMinutes, createdById, at],
  );
}

/** Replaces what is planned; answers whether the session still stood at `revision`. */
export async function replacePlan(
  sql: Sql,
  { id, revision }: { id: string; revision: number },
  plan: Omit<SessionPlan, 'unitId' | 'examinerId'>,
): Promise<boolean> {
  const changed = await sql.run(
    `UPDATE "ExamSession" SET "quizId" = ?, "title" = ?, "room" = ?, "lobbyAt" = ?, "plannedAt" = ?, "lateMinutes" = ?,
       "revision" = "revision" + 1 WHERE "id" = ? AND "revision" = ?`,
    ...[plan.quizId, plan.title, plan.room, plan.lobbyAt, plan.plannedAt, plan.lateMinutes, id, revision],
  );
  return changed === 1;
}

/** The one release: answers false where it had been released before, and changes nothing then. */
export async function updateAsReleased(sql: Sql, id: string, at: Date): Promise<boolean> {
  const changed = await sql.run(
    `UPDATE "ExamSession" SET "releasedAt" = ?, "revision" = "revision" + 1
     WHERE "id" = ? AND "releasedAt" IS NULL AND "closedAt" IS NULL`,
    ...[at, id],
  );
  return changed === 1;
}

export async function updateAsClosed(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.run(
    `UPDATE "ExamSession" SET "closedAt" = ?, "pausedAt" = NULL, "revision" = "revision" + 1
     WHERE "id" = ? AND "closedAt" IS NULL`,
    ...[at, id],
  );
}

/**
 * Sessions that nobody has closed: released, with no attempt under way and no sign of anybody since `quietSince`; or never
 * released though planned before `plannedBefore`. A room whose clock stands still waits for its examiner.
 */
export async function listForgottenSessions(
  sql: Sql,
  { quietSince, plannedBefore }: { quietSince: Date; plannedBefore: Date },
): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT s."id" FROM "ExamSession" s WHERE s."closedAt" IS NULL AND s."pausedAt" IS NULL
       AND ((s."releasedAt" IS NULL AND s."plannedAt" < ?) OR s."releasedAt" < ?)
       AND NOT EXISTS (SELECT 1 FROM "ExamSeat" e WHERE e."sessionId" = s."id" AND e."lastSeenAt" >= ?)
       AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."sessionId" = s."id"
         AND (a."state" = 'in-progress' OR a."submittedAt" >= ?))`,
    ...[plannedBefore, quietSince, quietSince, quietSince],
  );
  return rows.map(({ id }) => id);
}

/** A session whoever asks, held until the transaction ends. */
export async function holdAnySession(sql: Sql, id: string): Promise<StoredSession | null> {
  await sql.get(`SELECT "id" FROM "ExamSession" WHERE "id" = ?${sql.forUpdate}`, id);
  return findAnySession(sql, id);
}

export async function updatePreparation(sql: Sql, id: string, preparation: Preparation): Promise<void> {
  await sql.run('UPDATE "ExamSession" SET "preparation" = ? WHERE "id" = ?', preparation, id);
}

/** New seats or a seat that begins again: where papers were drawn before, more are to be drawn. */
export async function askForPapers(sql: Sql, id: string): Promise<void> {
  await sql.run(
    `UPDATE "ExamSession" SET "preparation" = 'waiting' WHERE "id" = ? AND "preparation" IN ('running', 'done')`,
    id,
  );
}

/**
 * Sessions whose papers a job looks after at `at`: asked for, or because the lobby is open. A session with all its papers
 * is among them until its release, since the quiz may still be changed.
 */
export async function listSessionsToPrepare(sql: Sql, at: Date): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT "id" FROM "ExamSession" WHERE "closedAt" IS NULL
       AND ("preparation" IN ('waiting', 'running') OR ("lobbyAt" <= ? AND "preparation" = 'none')
            OR ("preparation" = 'done' AND "releasedAt" IS NULL)) ORDER BY "plannedAt", "id"`,
    at,
  );
  return rows.map(({ id }) => id);
}
