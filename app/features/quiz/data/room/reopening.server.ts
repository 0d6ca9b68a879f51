import { booleanOf, instantOf, type Sql } from '#app/platform/db/sql.server.ts';
import type { AttemptClock } from '../../core/room/attempt-clock.ts';
import type { Givable } from '../../core/room/give-back.ts';
import { type RoomAttemptRow, roomAttemptOf, roomAttemptSelect } from './room-attempts.server.ts';

/**
 * By person: the attempts of a session that run, that ran out of time or were voided. With `hold` they
 * are held, all in the order in which every action holds attempts; the facts are read after, so that they hold too.
 */
export async function findGivableAttempts(
  sql: Sql,
  sessionId: string,
  { hold }: { hold: boolean },
): Promise<Map<string, Givable[]>> {
  const which = `a."sessionId" = ? AND (a."state" IN ('in-progress', 'abandoned') OR a."submittedBy" = 'time')`;
  const rows = await sql.all<RoomAttemptRow>(
    `${roomAttemptSelect} WHERE ${which} ORDER BY a."id"${hold ? sql.forUpdate : ''}`,
    sessionId,
  );
  type Flag = number | boolean;
  const facts = await sql.all<{ id: string; isOfSeat: Flag; hasLater: Flag; hasMarks: Flag }>(
    `SELECT a."id",
       EXISTS (SELECT 1 FROM "ExamSeat" e WHERE e."sessionId" = a."sessionId" AND e."personId" = a."personId"
         AND e."attemptId" = a."id") AS "isOfSeat",
       EXISTS (SELECT 1 FROM "Attempt" b WHERE b."quizId" = a."quizId" AND b."personId" = a."personId"
         AND b."number" > a."number" AND b."state" <> 'prepared') AS "hasLater",
       EXISTS (SELECT 1 FROM "MarkingTask" t JOIN "MarkingMark" m ON m."taskId" = t."id"
         WHERE t."attemptId" = a."id") AS "hasMarks"
     FROM "Attempt" a WHERE ${which}`,
    sessionId,
  );
  const factsOf = new Map(facts.map((one) => [one.id, one]));
  const found = new Map<string, Givable[]>();
  for (const row of rows) {
    const about = factsOf.get(row.id);
    if (!about) continue;
    const { isOfSeat, hasLater, hasMarks } = about;
    const { attempt, clock } = roomAttemptOf(row);
    const one = {
      ...{ attempt, clock, startedAt: instantOf(row.startedAt) as Date },
      facts: { isOfSeat: booleanOf(isOfSeat), hasLater: booleanOf(hasLater), hasMarks: booleanOf(hasMarks) },
    };
    found.set(row.personId, [...(found.get(row.personId) ?? []), one]);
  }
  return found;
}

/** Lets an ended attempt run again: its answers stay, what they had earned and the tasks of its markers are gone. */
export async function updateAsReopened(sql: Sql, attemptId: string, clock: AttemptClock): Promise<void> {
  await sql.run(
    `UPDATE "Attempt" SET "state" = 'in-progress', "deadlineAt" = ?, "pausedAt" = ?, "extraSeconds" = ?,
       "submittedAt" = NULL, "submittedBy" = NULL, "gradedAt" = NULL, "markSum" = NULL, "maxMark" = NULL,
       "grade" = NULL, "passed" = NULL, "classification" = NULL, "itemMarks" = NULL WHERE "id" = ?`,
    ...[clock.deadlineAt, clock.pausedAt, clock.extraSeconds, attemptId],
  );
  await sql.run(
    'UPDATE "AttemptAnswer" SET "fraction" = NULL, "mark" = NULL, "gradedVersionId" = NULL WHERE "attemptId" = ?',
    attemptId,
  );
  await sql.run('DELETE FROM "MarkingTask" WHERE "attemptId" = ?', attemptId);
}
