import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Loss, RoomRecord } from '../../core/room/outage.ts';
import { isGap } from '../../core/room/seat.ts';
import type { Stretch } from '../../core/room/spans.ts';
import { closedColumn, insertGap } from './presence.server.ts';

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));

/**
 * What is known of a room, from which outages are read at `at`: who worked when, who was silent when, and in what of it
 * nobody lost time since it was given back or the clock was stopped. Four statements.
 */
export async function findRoomRecord(sql: Sql, sessionId: string, at: Date): Promise<RoomRecord> {
  const attempts = await listAttempts(sql, sessionId, at);
  const gaps = await listGaps(sql, sessionId);
  const givenUntil = new Map<string, Date>();
  for (const { personId, untilAt, givenBack } of gaps) {
    if (givenBack && untilAt > (givenUntil.get(personId) ?? 0)) givenUntil.set(personId, untilAt);
  }
  return {
    working: attempts.map(({ personId, startedAt, endedAt, isTimeUp }) => ({
      ...{ personId, fromAt: startedAt, untilAt: endedAt, isTimeUp },
    })),
    silences: [...gaps, ...attempts.flatMap((one) => silenceOf(one, givenUntil.get(one.personId), at))],
    compensated: [...gaps.filter(({ givenBack }) => givenBack), ...(await listPauses(sql, sessionId, attempts))],
  };
}

/**
 * The silence that no sign of life has ended: of who works, and of whose time ran out in it, until that was stored. Who
 * was there at the end has submitted at once, so that what looks silent then is no longer than a gap between two signs.
 * What was given back begins anew: a person who was opened again has as long to come back as anybody.
 */
function silenceOf({ personId, seenAt, ...one }: Known, givenUntil: Date | undefined, at: Date): Stretch[] {
  if (seenAt === null || (one.endedAt !== null && (!one.isTimeUp || seenAt >= one.endedAt))) return [];
  const fromAt = givenUntil && givenUntil > seenAt ? givenUntil : seenAt;
  const untilAt = one.endedAt === null ? null : one.closedAt;
  return isGap(fromAt, untilAt ?? at) ? [{ personId, fromAt, untilAt }] : [];
}

interface Known {
  personId: string;
  startedAt: Date;
  endedAt: Date | null;
  isTimeUp: boolean;
  /** When an end was stored, whenever it is dated. */
  closedAt: Date | null;
  pausedAt: Date | null;
  seenAt: Date | null;
}

async function listAttempts(sql: Sql, sessionId: string, at: Date): Promise<Known[]> {
  type Row = Record<
    'startedAt' | 'deadlineAt' | 'submittedAt' | 'abandonedAt' | 'pausedAt' | 'lastSeenAt' | 'closedAt',
    RawInstant
  >;
  const rows = await sql.all<Row & { personId: string; submittedBy: string | null }>(
    `SELECT a."personId", a."startedAt", a."deadlineAt", a."submittedAt", a."abandonedAt", a."pausedAt", a."submittedBy",
       ${closedColumn} AS "closedAt", e."lastSeenAt"
     FROM "Attempt" a LEFT JOIN "ExamSeat" e ON e."sessionId" = a."sessionId" AND e."personId" = a."personId"
     WHERE a."sessionId" = ? AND a."state" <> 'prepared'`,
    sessionId,
  );
  return rows.map((row) => {
    const pausedAt = instantOf(row.pausedAt);
    const ended = earlier(instantOf(row.submittedAt), instantOf(row.abandonedAt));
    // When the time is up the attempt has ended, whether the sweeper has come by or not.
    const deadlineAt = pausedAt ? null : instantOf(row.deadlineAt);
    const endedAt = ended ?? (deadlineAt && deadlineAt <= at ? deadlineAt : null);
    return {
      personId: row.personId,
      startedAt: instantOf(row.startedAt) as Date,
      endedAt,
      isTimeUp: endedAt !== null && (ended === null || row.submittedBy === 'time'),
      closedAt: instantOf(row.closedAt),
      pausedAt,
      seenAt: instantOf(row.lastSeenAt),
    };
  });
}

async function listGaps(sql: Sql, sessionId: string): Promise<(Stretch & { untilAt: Date; givenBack: boolean })[]> {
  const rows = await sql.all<{
    personId: string;
    fromAt: RawInstant;
    untilAt: RawInstant;
    givenBack: number | boolean;
  }>('SELECT "personId", "fromAt", "untilAt", "givenBack" FROM "ExamGap" WHERE "sessionId" = ?', sessionId);
  return rows.map((row) => ({
    personId: row.personId,
    fromAt: instantOf(row.fromAt) as Date,
    untilAt: instantOf(row.untilAt) as Date,
    givenBack: booleanOf(row.givenBack),
  }));
}

/** Pauses that are over stand in the log with their beginning; those that go on stand with the attempts. */
async function listPauses(sql: Sql, sessionId: string, attempts: readonly Known[]): Promise<Stretch[]> {
  const rows = await sql.all<{ at: RawInstant; details: string }>(
    `SELECT "at", "details" FROM "AuditEvent"
     WHERE "subjectId" = ? AND "op" IN ('quiz.session-resumed', 'quiz.attempt-resumed')`,
    sessionId,
  );
  const over = rows.flatMap(({ at, details }) => {
    const { personId, pausedAt } = JSON.parse(details) as { personId?: string; pausedAt: string };
    const stretch = { fromAt: new Date(pausedAt), untilAt: instantOf(at) };
    const people = personId === undefined ? attempts.map((one) => one.personId) : [personId];
    return people.map((id) => ({ ...stretch, personId: id }));
  });
  const going = attempts.flatMap(({ personId, pausedAt, endedAt }) =>
    pausedAt && endedAt === null ? [{ personId, fromAt: pausedAt, untilAt: null }] : [],
  );
  return [...over, ...going];
}

/** Notes that whoever was opened again lost nothing until then: it is counted from there. */
export async function markReopened(sql: Sql, sessionId: string, { personId, fromAt }: Loss, at: Date): Promise<void> {
  await insertGap(sql, { sessionId, personId, fromAt, untilAt: at, givenBack: true });
}

/** Notes that a loss was given back: the silences that it lies in, or itself where its silence still goes on. */
export async function markGivenBack(sql: Sql, sessionId: string, { personId, fromAt, untilAt }: Loss): Promise<void> {
  const marked = await sql.run(
    `UPDATE "ExamGap" SET "givenBack" = ?
     WHERE "sessionId" = ? AND "personId" = ? AND "fromAt" < ? AND "untilAt" > ? AND "givenBack" = ?`,
    ...[true, sessionId, personId, untilAt, fromAt, false],
  );
  if (marked > 0) return;
  await insertGap(sql, { sessionId, personId, fromAt, untilAt, givenBack: true });
}
