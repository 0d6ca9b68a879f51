import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

/** An exam session as who runs it needs it. */
export interface RunSession {
  id: string;
  quizId: string;
  quizTitle: string;
  title: string;
  room: string;
  unitPath: UnitPath;
  unitName: string;
  lobbyAt: Date;
  plannedAt: Date;
  releasedAt: Date | null;
  pausedAt: Date | null;
  closedAt: Date | null;
  lateMinutes: number | null;
  extraSeconds: number;
}

type Row = {
  [Key in keyof RunSession]: Date extends RunSession[Key] ? RawInstant : RunSession[Key];
};

const columns = `s."id", s."quizId", q."title" AS "quizTitle", s."title", s."room", u."path" AS "unitPath",
  u."name" AS "unitName", s."lobbyAt", s."plannedAt", s."releasedAt", s."pausedAt", s."closedAt", s."lateMinutes",
  s."extraSeconds"`;
const from = '"ExamSession" s JOIN "Unit" u ON u."id" = s."unitId" JOIN "Quiz" q ON q."id" = s."quizId"';

const sessionOf = (row: Row): RunSession => ({
  ...row,
  lobbyAt: instantOf(row.lobbyAt) as Date,
  plannedAt: instantOf(row.plannedAt) as Date,
  releasedAt: instantOf(row.releasedAt),
  pausedAt: instantOf(row.pausedAt),
  closedAt: instantOf(row.closedAt),
});

/** A session of the scope, or null. */
export async function findRunSession(
  sql: Sql,
  scope: readonly UnitPath[],
  sessionId: string,
): Promise<RunSession | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<Row>(
    `SELECT ${columns} FROM ${from} WHERE s."id" = ? AND ${within.text}`,
    ...[sessionId, ...within.values],
  );
  return row ? sessionOf(row) : null;
}

/** The released sessions of a quiz, within the scope, that are not closed. */
export async function listOpenSessionsOfQuiz(
  sql: Sql,
  scope: readonly UnitPath[],
  quizId: string,
): Promise<RunSession[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<Row>(
    `SELECT ${columns} FROM ${from}
     WHERE s."quizId" = ? AND s."releasedAt" IS NOT NULL AND s."closedAt" IS NULL AND ${within.text} ORDER BY s."id"`,
    ...[quizId, ...within.values],
  );
  return rows.map(sessionOf);
}

/** What of a session an action in the room changes, held until the transaction ends: actions follow one another. */
export async function holdSession(
  sql: Sql,
  sessionId: string,
): Promise<Pick<RunSession, 'releasedAt' | 'pausedAt' | 'closedAt' | 'extraSeconds'> | null> {
  type Held = { releasedAt: RawInstant; pausedAt: RawInstant; closedAt: RawInstant; extraSeconds: number };
  const row = await sql.get<Held>(
    `SELECT "releasedAt", "pausedAt", "closedAt", "extraSeconds" FROM "ExamSession" WHERE "id" = ?${sql.forUpdate}`,
    sessionId,
  );
  return row
    ? {
        releasedAt: instantOf(row.releasedAt),
        pausedAt: instantOf(row.pausedAt),
        closedAt: instantOf(row.closedAt),
        extraSeconds: row.extraSeconds,
      }
    : null;
}

export async function updateSessionPause(sql: Sql, sessionId: string, pausedAt: Date | null): Promise<void> {
  await sql.run('UPDATE "ExamSession" SET "pausedAt" = ? WHERE "id" = ?', pausedAt, sessionId);
}

export async function updateSessionExtra(sql: Sql, sessionId: string, extraSeconds: number): Promise<void> {
  await sql.run('UPDATE "ExamSession" SET "extraSeconds" = ? WHERE "id" = ?', extraSeconds, sessionId);
}
