import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { StoredAttempt, StoredSlot } from './judge.ts';

const msOf = (value: RawInstant) => instantOf(value)?.getTime() ?? null;

type RawAttempt = Omit<StoredAttempt, 'answers' | 'startEvents' | 'submitEvents'> &
  Record<'startedAt' | 'deadlineAt' | 'submittedAt' | 'gradedAt', RawInstant>;

/** Every attempt that was begun, of whatever quiz, with its answers and how often the audit log names it. */
export async function readStored(sql: Sql): Promise<Map<string, StoredAttempt>> {
  const attempts = await sql.all<RawAttempt>(
    `SELECT "id", "state", "startedAt", "deadlineAt", "submittedAt", "gradedAt", "markSum", "maxMark", "grade", "itemMarks"
     FROM "Attempt" WHERE "state" <> 'prepared'`,
  );
  const answers = await sql.all<Omit<StoredSlot, 'savedAt'> & { attemptId: string; savedAt: RawInstant }>(
    `SELECT "attemptId", "slot", "response", "sequence", "savedAt", "receipt", "mark" FROM "AttemptAnswer" ORDER BY "slot"`,
  );
  const events = await sql.all<{ subjectId: string; op: string; count: number | string }>(
    `SELECT "subjectId", "op", COUNT(*) AS "count" FROM "AuditEvent"
     WHERE "op" IN ('quiz.attempt-started', 'quiz.attempt-submitted') GROUP BY "subjectId", "op"`,
  );
  const countOf = new Map(events.map(({ subjectId, op, count }) => [`${subjectId} ${op}`, Number(count)]));
  const slotsOf = new Map<string, StoredSlot[]>();
  for (const { attemptId, savedAt, ...slot } of answers) {
    const slots = slotsOf.get(attemptId) ?? [];
    slots.push({ ...slot, savedAt: msOf(savedAt) });
    slotsOf.set(attemptId, slots);
  }
  return new Map(
    attempts.map((row) => [
      row.id,
      {
        ...row,
        startedAt: msOf(row.startedAt) ?? 0,
        deadlineAt: msOf(row.deadlineAt),
        submittedAt: msOf(row.submittedAt),
        gradedAt: msOf(row.gradedAt),
        answers: slotsOf.get(row.id) ?? [],
        startEvents: countOf.get(`${row.id} quiz.attempt-started`) ?? 0,
        submitEvents: countOf.get(`${row.id} quiz.attempt-submitted`) ?? 0,
      },
    ]),
  );
}
