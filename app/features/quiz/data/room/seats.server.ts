import { among } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { type UnitNames, withUnitLabels } from '../../core/unit-labels.ts';
import { type AttemptStanding, standingOf } from '../attempts.server.ts';
import { unitNameColumns, unitNameJoins } from '../unit-labels.server.ts';

/** A seat with its person and the attempt that counts in the session now. */
export interface SeatRow {
  readonly personId: string;
  readonly number: number;
  readonly fullName: string;
  readonly rank: string | null;
  readonly unitName: string;
  readonly hasAccount: boolean;
  readonly extraSeconds: number;
  readonly arrivedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly note: string;
  readonly attempt: AttemptStanding | null;
}

type Raw = UnitNames & {
  personId: string;
  number: number;
  fullName: string;
  rank: string | null;
  account: string | null;
  extraSeconds: number;
  arrivedAt: RawInstant;
  lastSeenAt: RawInstant;
  note: string;
};
type RawAttempt = { [Key in keyof Parameters<typeof standingOf>[0]]: Parameters<typeof standingOf>[0][Key] | null };

const attemptColumns = [
  ...['number', 'state', 'startedAt', 'deadlineAt', 'submittedAt', 'submittedBy', 'gradedAt', 'pausedAt'],
  'abandonedAt',
  'extraSeconds',
] as const;

/** For SELECT lists beside others: the attempt's columns under names of their own. */
export const seatAttemptColumns = [
  'a."id" AS "aId"',
  ...attemptColumns.map((name) => `a."${name}" AS "a_${name}"`),
].join(', ');

/** The attempt of such a row, null where the seat has none. */
export function seatAttemptOf(row: object): AttemptStanding | null {
  const given = row as Record<string, unknown>;
  if (given.aId === null || given.aId === undefined) return null;
  const raw = Object.fromEntries(attemptColumns.map((name) => [name, given[`a_${name}`]]));
  return standingOf({ ...(raw as RawAttempt), id: given.aId } as Parameters<typeof standingOf>[0]);
}

/** Every seat of a session in the order of the numbers. One statement, however many. */
export async function listSeats(sql: Sql, sessionId: string): Promise<SeatRow[]> {
  const rows = await sql.all<Raw>(
    `SELECT e."personId", e."number", p."fullName", p."rank", ${unitNameColumns}, c."personId" AS "account",
       e."extraSeconds", e."arrivedAt", e."lastSeenAt", e."note", ${seatAttemptColumns}
     FROM "ExamSeat" e JOIN "Person" p ON p."id" = e."personId" ${unitNameJoins}
     LEFT JOIN "Account" c ON c."personId" = p."id" AND c."disabledAt" IS NULL
     LEFT JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE e."sessionId" = ? ORDER BY e."number"`,
    sessionId,
  );
  return withUnitLabels(rows).map((row) => ({
    personId: row.personId,
    number: Number(row.number),
    fullName: row.fullName,
    rank: row.rank,
    unitName: row.unitName,
    hasAccount: row.account !== null,
    extraSeconds: Number(row.extraSeconds),
    arrivedAt: instantOf(row.arrivedAt),
    lastSeenAt: instantOf(row.lastSeenAt),
    note: row.note,
    attempt: seatAttemptOf(row),
  }));
}

/** The numbers that are taken. */
export async function listSeatNumbers(sql: Sql, sessionId: string): Promise<number[]> {
  const rows = await sql.all<{ number: number }>('SELECT "number" FROM "ExamSeat" WHERE "sessionId" = ?', sessionId);
  return rows.map(({ number }) => Number(number));
}

/** Adds seats; the people are not seated yet. */
export async function insertSeats(
  sql: Sql,
  sessionId: string,
  seats: readonly { personId: string; number: number }[],
): Promise<void> {
  for (let first = 0; first < seats.length; first += 200) {
    const some = seats.slice(first, first + 200);
    await sql.run(
      `INSERT INTO "ExamSeat" ("sessionId", "personId", "number", "extraSeconds", "note")
       VALUES ${some.map(() => "(?, ?, ?, 0, '')").join(', ')}`,
      ...some.flatMap(({ personId, number }) => [sessionId, personId, number]),
    );
  }
}

/** A seat, held until the transaction ends, or null. */
export async function holdSeat(
  sql: Sql,
  sessionId: string,
  personId: string,
): Promise<{ number: number; attemptId: string | null } | null> {
  const row = await sql.get<{ number: number; attemptId: string | null }>(
    `SELECT "number", "attemptId" FROM "ExamSeat" WHERE "sessionId" = ? AND "personId" = ?${sql.forUpdate}`,
    ...[sessionId, personId],
  );
  return row ? { number: Number(row.number), attemptId: row.attemptId } : null;
}

export async function deleteSeat(sql: Sql, sessionId: string, personId: string): Promise<void> {
  await sql.run('DELETE FROM "ExamSeat" WHERE "sessionId" = ? AND "personId" = ?', sessionId, personId);
}

/** Which attempt counts at a seat now. */
export async function updateSeatAttempt(
  sql: Sql,
  { sessionId, personId }: { sessionId: string; personId: string },
  attemptId: string | null,
): Promise<void> {
  await sql.run(
    'UPDATE "ExamSeat" SET "attemptId" = ? WHERE "sessionId" = ? AND "personId" = ?',
    ...[attemptId, sessionId, personId],
  );
}

/** People have come, or began: the first time stands, the last sign moves on. */
export async function updateAsArrived(
  sql: Sql,
  sessionId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  const { text, values } = among(sql, personIds);
  await sql.run(
    `UPDATE "ExamSeat" SET "arrivedAt" = COALESCE("arrivedAt", ?), "lastSeenAt" = ?
     WHERE "sessionId" = ? AND "personId" ${text}`,
    ...[at, at, sessionId, ...values],
  );
}

/** In which session that is not closed a person has a seat, by quiz: such a quiz is begun there and nowhere else. */
export async function listOpenSeatsOf(
  sql: Sql,
  personId: string,
  quizIds: readonly string[],
): Promise<Map<string, string>> {
  if (quizIds.length === 0) return new Map();
  const rows = await sql.all<{ quizId: string; sessionId: string }>(
    `SELECT s."quizId", s."id" AS "sessionId" FROM "ExamSeat" e JOIN "ExamSession" s ON s."id" = e."sessionId"
     WHERE e."personId" = ? AND s."closedAt" IS NULL AND s."quizId" IN (${quizIds.map(() => '?').join(', ')})
     ORDER BY s."plannedAt" DESC`,
    ...[personId, ...quizIds],
  );
  return new Map(rows.map(({ quizId, sessionId }) => [quizId, sessionId]));
}
