import { idsIn } from '#app/platform/db/rows-of.server.ts';
import type { RawInstant, Sql } from '#app/platform/db/sql.server.ts';
import type { Attempt } from '../core/attempt.ts';
import { readQuizSettings } from '../schema.ts';
import {
  type AttemptNumbers,
  attemptOf,
  numberColumns,
  numbersOf,
  type RawNumbers,
  type RawStanding,
  standingColumns,
  standingOf,
} from './attempts.server.ts';

/** A person's attempt at a quiz, with what it earned. */
export interface PreviousAttempt extends AttemptNumbers {
  quizId: string;
  attempt: Attempt;
}

type Row = RawStanding & RawNumbers & { quizId: string; settings: string; formerAt?: RawInstant };

export const previousOf = (row: Row): PreviousAttempt => ({
  ...numbersOf(row),
  quizId: row.quizId,
  // How many slots the paper has plays no part in whether another may be started.
  attempt: {
    ...attemptOf(standingOf(row), { slotCount: 0, graceSeconds: readQuizSettings(row.settings).graceSeconds }),
    ...(row.formerAt ? { isFormer: true } : {}),
  },
});

/** A person's attempts at some quizzes, a prepared one too, previews left out, in the order of their numbers. */
export async function listPreviousAttempts(
  sql: Sql,
  personId: string,
  quizIds: readonly string[],
): Promise<PreviousAttempt[]> {
  if (quizIds.length === 0) return [];
  const rows = await sql.all<Row>(
    `SELECT ${standingColumns}, ${numberColumns}, a."quizId", a."settings", a."formerAt" FROM "Attempt" a
     WHERE a."quizId" IN (${quizIds.map(() => '?').join(', ')}) AND a."personId" = ? AND a."number" > 0
     ORDER BY a."number"`,
    ...[...quizIds, personId],
  );
  return rows.map(previousOf);
}

/** Closes the period of these people's ended attempts at these quizzes: they are kept, and use up and earn nothing any more. */
export async function markFormer(
  sql: Sql,
  quizIds: readonly string[],
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  for (const quizId of quizIds) {
    await sql.run(
      `UPDATE "Attempt" SET "formerAt" = ? WHERE "quizId" = ? AND "number" > 0 AND "formerAt" IS NULL
          AND "state" IN ('submitted', 'graded') AND "personId" IN (${idsIn(sql)})`,
      ...[at, quizId, JSON.stringify(personIds)],
    );
  }
}

/** How often a person met each question in papers of the past; previews and papers not begun are left out. */
export async function countSeenQuestions(sql: Sql, personId: string): Promise<Map<string, number>> {
  const rows = await sql.all<{ questionId: string; seen: number }>(
    `SELECT s."questionId", COUNT(*) AS "seen" FROM "Attempt" a JOIN "AttemptAnswer" s ON s."attemptId" = a."id"
     WHERE a."personId" = ? AND a."number" > 0 AND a."state" <> 'prepared' GROUP BY s."questionId"`,
    personId,
  );
  return new Map(rows.map(({ questionId, seen }) => [questionId, Number(seen)]));
}

/** The same for several people in one statement; every one of them is in the answer. */
export async function countSeenQuestionsOf(
  sql: Sql,
  personIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const counts = new Map(personIds.map((id) => [id, new Map<string, number>()]));
  const rows = await sql.all<{ personId: string; questionId: string; seen: number }>(
    `SELECT a."personId", s."questionId", COUNT(*) AS "seen"
     FROM "Attempt" a JOIN "AttemptAnswer" s ON s."attemptId" = a."id"
     WHERE a."personId" IN (${personIds.map(() => '?').join(', ')}) AND a."number" > 0 AND a."state" <> 'prepared'
     GROUP BY a."personId", s."questionId"`,
    ...personIds,
  );
  for (const { personId, questionId, seen } of rows) counts.get(personId)?.set(questionId, Number(seen));
  return counts;
}
