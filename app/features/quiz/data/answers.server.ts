import type { QuestionResponse } from '#app/features/questions/core/question.ts';
import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Certainty } from '../core/certainty.ts';
import type { MarkedSlot } from '../core/mark-paper.ts';
import type { Try } from '../core/tries.ts';
import { readResponseColumn, readTriesColumn } from '../schema.ts';
import type { AttemptPaper } from './attempt-papers.server.ts';
import { type AttemptStanding, type RawStanding, standingColumns, standingOf } from './attempts.server.ts';

/** What is stored for one slot. */
export interface SlotAnswer {
  slot: number;
  response: QuestionResponse | null;
  /** 0: nothing was ever saved. */
  sequence: number;
  flagged: boolean;
  savedAt: Date | null;
  receipt: string | null;
  checks: number;
  /** Certainty-based marking; null = not stated. */
  certainty: Certainty | null;
  /** The checked answers, oldest first. */
  tries: readonly Try[];
  /** What the stored response earned when it was last graded or checked; null when it changed since, or never was. */
  fraction: number | null;
  mark: number | null;
  /** The version whose key graded it, where a change of key replaced the one that was shown. */
  gradedVersionId: string | null;
}

type RawAnswer = Omit<SlotAnswer, 'response' | 'flagged' | 'savedAt' | 'tries'> & {
  response: string | null;
  tries: string;
  flagged: number | boolean;
  savedAt: RawInstant;
};

const answerColumns = `s."slot", s."response", s."sequence", s."flagged", s."savedAt", s."receipt", s."checks", s."certainty", s."tries",
  s."fraction", s."mark", s."gradedVersionId"`;

const answerOf = (row: RawAnswer): SlotAnswer => ({
  slot: row.slot,
  response: readResponseColumn(row.response),
  sequence: row.sequence,
  flagged: booleanOf(row.flagged),
  savedAt: instantOf(row.savedAt),
  receipt: row.receipt,
  checks: row.checks,
  certainty: row.certainty,
  tries: readTriesColumn(row.tries),
  fraction: row.fraction,
  mark: row.mark,
  gradedVersionId: row.gradedVersionId,
});

/** Where an attempt stands and all its answers in the order of the slots, or null. One statement. */
export async function findStandingWithAnswers(
  sql: Sql,
  attemptId: string,
): Promise<{ standing: AttemptStanding; answers: SlotAnswer[] } | null> {
  return together(
    await sql.all<RawStanding & RawAnswer>(
      `SELECT ${standingColumns}, ${answerColumns} FROM "Attempt" a JOIN "AttemptAnswer" s ON s."attemptId" = a."id"
       WHERE a."id" = ? ORDER BY s."slot"`,
      attemptId,
    ),
  );
}

/**
 * Hot path (one statement): the same for one slot or for all, held until the transaction ends, so that two saves, or a
 * save and a submission, of one attempt follow one another.
 */
export async function holdAnswers(
  sql: Sql,
  attemptId: string,
  slot?: number,
): Promise<{ standing: AttemptStanding; answers: SlotAnswer[] } | null> {
  const select = `SELECT ${standingColumns}, ${answerColumns} FROM "Attempt" a JOIN "AttemptAnswer" s ON s."attemptId" = a."id" WHERE a."id" = ?`;
  const rows =
    slot === undefined
      ? await sql.all<RawStanding & RawAnswer>(`${select} ORDER BY s."slot"${sql.forUpdate}`, attemptId)
      : await sql.all<RawStanding & RawAnswer>(`${select} AND s."slot" = ?${sql.forUpdate}`, attemptId, slot);
  return together(rows);
}

function together(rows: (RawStanding & RawAnswer)[]) {
  const [first] = rows;
  return first ? { standing: standingOf(first), answers: rows.map(answerOf) } : null;
}

/** Stores a response with its receipt. What an earlier response had earned no longer holds; what was tried stays. */
export async function updateAnswer(
  sql: Sql,
  attemptId: string,
  saved: Pick<SlotAnswer, 'slot' | 'response' | 'certainty' | 'sequence'> & { savedAt: Date; receipt: string },
): Promise<void> {
  const { slot, response, certainty, sequence, savedAt, receipt } = saved;
  await sql.run(
    `UPDATE "AttemptAnswer" SET "response" = ?, "certainty" = ?, "sequence" = ?, "savedAt" = ?, "receipt" = ?,
       "fraction" = NULL WHERE "attemptId" = ? AND "slot" = ?`,
    ...[response === null ? null : JSON.stringify(response), certainty, sequence, savedAt, receipt, attemptId, slot],
  );
}

/** The same answer was sent under a newer sequence: only that moves on. */
export async function updateSequence(sql: Sql, attemptId: string, slot: number, sequence: number): Promise<void> {
  await sql.run(
    'UPDATE "AttemptAnswer" SET "sequence" = ? WHERE "attemptId" = ? AND "slot" = ?',
    ...[sequence, attemptId, slot],
  );
}

export async function updateFlag(sql: Sql, attemptId: string, slot: number, flagged: boolean): Promise<void> {
  await sql.run(
    'UPDATE "AttemptAnswer" SET "flagged" = ? WHERE "attemptId" = ? AND "slot" = ?',
    ...[flagged, attemptId, slot],
  );
}

/** Feedback was asked for: the tries with the newest, whose fraction is that of the stored response. */
export async function updateAsChecked(sql: Sql, attemptId: string, slot: number, tries: readonly Try[]): Promise<void> {
  await sql.run(
    'UPDATE "AttemptAnswer" SET "fraction" = ?, "tries" = ?, "checks" = ? WHERE "attemptId" = ? AND "slot" = ?',
    ...[tries.at(-1)?.fraction ?? null, JSON.stringify(tries), tries.length, attemptId, slot],
  );
}

/**
 * Stores what every slot earned, in one statement: the rows are there, so each insert turns into an update. `gradedBy`
 * names the version whose key graded a slot, where a change of key replaced the one that was shown.
 */
export async function updateMarks(
  sql: Sql,
  { attemptId, paper }: AttemptPaper,
  marks: readonly MarkedSlot[],
  gradedBy: (versionId: string) => string | null = () => null,
): Promise<void> {
  const markOf = new Map(marks.map((one) => [one.slot, one]));
  await sql.run(
    `INSERT INTO "AttemptAnswer" ("attemptId", "slot", "questionId", "questionVersionId", "sequence", "flagged", "checks", "gradedVersionId", "fraction", "mark")
     VALUES ${paper.map(() => '(?, ?, ?, ?, 0, ?, 0, ?, ?, ?)').join(', ')}
     ON CONFLICT ("attemptId", "slot") DO UPDATE SET "gradedVersionId" = excluded."gradedVersionId",
       "fraction" = excluded."fraction", "mark" = excluded."mark"`,
    ...paper.flatMap(({ slot, questionId, questionVersionId }) => {
      const { fraction = null, mark = null } = markOf.get(slot) ?? {};
      return [attemptId, slot, questionId, questionVersionId, false, gradedBy(questionVersionId), fraction, mark];
    }),
  );
}
