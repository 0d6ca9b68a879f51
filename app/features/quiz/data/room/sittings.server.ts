import { among } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { readQuizSettings } from '../../schema.ts';
import type { AttemptStanding } from '../attempts.server.ts';
import { seatAttemptColumns, seatAttemptOf } from './seats.server.ts';
import { type RawSession, type StoredSession, sessionColumns, sessionOf } from './sessions.server.ts';

/** A person's own place in a session, with all that decides whether that person may begin. */
export interface Sitting {
  readonly session: StoredSession;
  readonly personId: string;
  readonly number: number;
  readonly extraSeconds: number;
  readonly arrivedAt: Date | null;
  /** An earlier attempt of this person here was voided or kept by an examiner, who gave the seat back. */
  readonly isRestart: boolean;
  readonly quiz: { title: string; isPublished: boolean; courseId: string | null; settings: QuizSettings };
  /** Whether other limits than the quiz's may hold for somebody. */
  readonly hasOverrides: boolean;
  readonly attempt: AttemptStanding | null;
  /** The settings that the attempt's paper was drawn or begun with. */
  readonly attemptSettings: QuizSettings | null;
}

type Raw = RawSession & {
  personId: string;
  number: number;
  seatExtra: number;
  arrivedAt: RawInstant;
  voided: number | null;
  overrides: number | null;
  quizTitle: string;
  quizState: string;
  courseId: string | null;
  quizSettings: string;
  attemptSettings: string | null;
};

/** Hot path (one statement): a person's own sitting, or null; somebody else's seat does not exist. */
export const findSitting = async (sql: Sql, sessionId: string, personId: string): Promise<Sitting | null> =>
  (await listSittings(sql, sessionId, [personId])).get(personId) ?? null;

/** Hot path (one statement): the same of several people, by person; who has no seat is not there. */
export async function listSittings(
  sql: Sql,
  sessionId: string,
  personIds: readonly string[],
): Promise<Map<string, Sitting>> {
  const wanted = among(sql, personIds);
  const rows = await sql.all<Raw>(
    `SELECT ${sessionColumns}, e."personId", e."number", e."extraSeconds" AS "seatExtra", e."arrivedAt", q."title" AS "quizTitle",
       q."state" AS "quizState", q."courseId", q."settings" AS "quizSettings", a."settings" AS "attemptSettings",
       (SELECT 1 FROM "QuizOverride" o WHERE o."quizId" = s."quizId" LIMIT 1) AS "overrides",
       (SELECT 1 FROM "Attempt" v WHERE v."quizId" = s."quizId" AND v."personId" = e."personId"
          AND v."sessionId" = s."id" AND v."id" <> COALESCE(e."attemptId", '')
          AND v."state" IN ('abandoned', 'submitted', 'graded') LIMIT 1) AS "voided",
       ${seatAttemptColumns}
     FROM "ExamSeat" e JOIN "ExamSession" s ON s."id" = e."sessionId" JOIN "Unit" su ON su."id" = s."unitId"
     JOIN "Quiz" q ON q."id" = s."quizId" LEFT JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE e."sessionId" = ? AND e."personId" ${wanted.text}`,
    ...[sessionId, ...wanted.values],
  );
  return new Map(rows.map((row) => [row.personId, sittingOf(row)]));
}

function sittingOf(row: Raw): Sitting {
  return {
    session: sessionOf(row),
    personId: row.personId,
    number: Number(row.number),
    extraSeconds: Number(row.seatExtra),
    arrivedAt: instantOf(row.arrivedAt),
    isRestart: row.voided !== null,
    quiz: {
      title: row.quizTitle,
      isPublished: row.quizState === 'published',
      courseId: row.courseId,
      settings: readQuizSettings(row.quizSettings),
    },
    hasOverrides: row.overrides !== null,
    attempt: seatAttemptOf(row),
    attemptSettings: row.attemptSettings === null ? null : readQuizSettings(row.attemptSettings),
  };
}

/** Hot path (one statement): what a sign of life and a signal ask of the own seat; null without one. */
export async function findOwnSeat(
  sql: Sql,
  sessionId: string,
  personId: string,
): Promise<Pick<Sitting, 'session' | 'arrivedAt' | 'attempt'> | null> {
  const row = await sql.get<Pick<Raw, 'arrivedAt'> & RawSession>(
    `SELECT ${sessionColumns}, e."arrivedAt", ${seatAttemptColumns}
     FROM "ExamSeat" e JOIN "ExamSession" s ON s."id" = e."sessionId" JOIN "Unit" su ON su."id" = s."unitId"
     LEFT JOIN "Attempt" a ON a."id" = e."attemptId" WHERE e."sessionId" = ? AND e."personId" = ?`,
    ...[sessionId, personId],
  );
  return row ? { session: sessionOf(row), arrivedAt: instantOf(row.arrivedAt), attempt: seatAttemptOf(row) } : null;
}

/** A session in which a person has a seat, for the person's own list. */
export interface OwnSession {
  readonly session: StoredSession;
  readonly number: number;
  readonly quizTitle: string;
  readonly attempt: AttemptStanding | null;
}

/** The sessions, not closed, in which a person has a seat, the next first. */
export async function listOwnSessions(sql: Sql, personId: string): Promise<OwnSession[]> {
  const rows = await sql.all<RawSession & { number: number; quizTitle: string }>(
    `SELECT ${sessionColumns}, e."number", q."title" AS "quizTitle", ${seatAttemptColumns}
     FROM "ExamSeat" e JOIN "ExamSession" s ON s."id" = e."sessionId" JOIN "Unit" su ON su."id" = s."unitId"
     JOIN "Quiz" q ON q."id" = s."quizId" LEFT JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE e."personId" = ? AND s."closedAt" IS NULL ORDER BY s."plannedAt", s."id"`,
    personId,
  );
  return rows.map((row) => ({
    session: sessionOf(row),
    number: Number(row.number),
    quizTitle: row.quizTitle,
    attempt: seatAttemptOf(row),
  }));
}
