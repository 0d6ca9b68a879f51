import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Attempt, SubmissionCause } from '../core/attempt.ts';
import type { Classification } from '../core/classification.ts';
import { type MarkedPaper, printItemMarks } from '../core/mark-paper.ts';
import { type Paper, printPaper } from '../core/paper.ts';
import type { QuizSettings } from '../core/settings.ts';
import type { AttemptSum } from '../core/sum-up.ts';
import { printQuizSettings } from '../schema.ts';

/** Where an attempt stands, as stored: read it through `attemptOf` and core's `stateAt`, never by `state` alone. */
export interface AttemptStanding {
  id: string;
  number: number;
  state: 'prepared' | 'in-progress' | 'submitted' | 'graded' | 'abandoned';
  startedAt: Date;
  deadlineAt: Date | null;
  submittedAt: Date | null;
  submittedBy: SubmissionCause | null;
  gradedAt: Date | null;
  /** Since when an examiner has stopped the clock. */
  pausedAt: Date | null;
  /** Already part of `deadlineAt`. */
  extraSeconds: number;
  abandonedAt: Date | null;
  /** Of a forward-only quiz: the page that is open, from 1. */
  openPage: number;
}

/** A graded attempt's numbers; all null before. */
export interface AttemptNumbers {
  markSum: number | null;
  maxMark: number | null;
  grade: number | null;
  passed: boolean | null;
  classification: Classification | null;
}

type Raw<T> = { [Key in keyof T]: Date extends T[Key] ? RawInstant : T[Key] };
export type RawStanding = Raw<AttemptStanding>;
export type RawNumbers = Omit<AttemptNumbers, 'passed'> & { passed: number | boolean | null };

/** For SELECT lists; the table is called `a`. */
export const standingColumns = `a."id", a."number", a."state", a."startedAt", a."deadlineAt", a."submittedAt", a."submittedBy", a."gradedAt",
  a."pausedAt", a."extraSeconds", a."abandonedAt", a."openPage"`;
export const numberColumns = `a."markSum", a."maxMark", a."grade", a."passed", a."classification"`;

export const standingOf = (row: RawStanding): AttemptStanding => ({
  id: row.id,
  number: row.number,
  state: row.state,
  startedAt: instantOf(row.startedAt) as Date,
  deadlineAt: instantOf(row.deadlineAt),
  submittedAt: instantOf(row.submittedAt),
  submittedBy: row.submittedBy,
  gradedAt: instantOf(row.gradedAt),
  pausedAt: instantOf(row.pausedAt),
  extraSeconds: row.extraSeconds,
  abandonedAt: instantOf(row.abandonedAt),
  openPage: row.openPage,
});

export const numbersOf = (row: RawNumbers): AttemptNumbers => ({
  markSum: row.markSum,
  maxMark: row.maxMark,
  grade: row.grade,
  passed: row.passed === null ? null : booleanOf(row.passed),
  classification: row.classification,
});

/** The attempt as core judges it. */
export function attemptOf(row: AttemptStanding, pinned: { slotCount: number; graceSeconds: number }): Attempt {
  const identity = { id: row.id, number: row.number, slotCount: pinned.slotCount };
  const started = {
    ...identity,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    graceSeconds: pinned.graceSeconds,
    pausedAt: row.pausedAt,
  };
  if (row.state === 'abandoned') {
    return { ...identity, state: 'abandoned', abandonedAt: row.abandonedAt ?? row.submittedAt ?? row.startedAt };
  }
  if (row.state === 'prepared') return { ...identity, state: 'prepared' };
  if (row.submittedAt === null) return { ...started, state: 'in-progress' };
  const ended = { ...started, submittedAt: row.submittedAt, cause: row.submittedBy ?? 'learner' };
  return row.gradedAt === null
    ? { ...ended, state: 'submitted' }
    : { ...ended, state: 'graded', gradedAt: row.gradedAt };
}

export interface NewAttempt {
  id: string;
  quizId: string;
  personId: string;
  number: number;
  preview: boolean;
  seed: string;
  startedAt: Date;
  deadlineAt: Date | null;
  settings: QuizSettings;
  paper: Paper;
  /** 'prepared': the paper lies ready, the clock does not run, `startedAt` is when it was drawn. */
  state?: 'prepared' | 'in-progress';
  sessionId?: string | null;
  extraSeconds?: number;
}

/** Adds an attempt with an empty answer row for each slot, so that a save is one update of a row that is there. */
export async function insertAttempt(sql: Sql, attempt: NewAttempt): Promise<void> {
  const { id, quizId, personId, number, preview, seed, startedAt, deadlineAt, settings, paper } = attempt;
  const { state = 'in-progress', sessionId = null, extraSeconds = 0 } = attempt;
  await sql.run(
    `INSERT INTO "Attempt" ("id", "quizId", "personId", "number", "preview", "seed", "state", "startedAt", "deadlineAt",
       "settings", "paper", "sessionId", "extraSeconds") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, quizId, personId, number, preview, seed, state, startedAt, deadlineAt],
    ...[printQuizSettings(settings), printPaper(paper), sessionId, extraSeconds],
  );
  if (paper.length === 0) return;
  await sql.run(
    `INSERT INTO "AttemptAnswer" ("attemptId", "slot", "questionId", "questionVersionId", "sequence", "flagged", "checks")
     VALUES ${paper.map(() => '(?, ?, ?, ?, 0, ?, 0)').join(', ')}`,
    ...paper.flatMap((slot) => [id, slot.slot, slot.questionId, slot.questionVersionId, false]),
  );
}

/** Takes away a person's earlier previews of a quiz: nobody comes back to them. */
export async function deletePreviews(sql: Sql, quizId: string, personId: string): Promise<void> {
  await sql.run(
    'DELETE FROM "Attempt" WHERE "quizId" = ? AND "personId" = ? AND "preview" = ?',
    ...[quizId, personId, true],
  );
}

/** Stores the end of an attempt and what it earned; without `gradedAt` it waits for a marker. */
export async function updateAsClosed(
  sql: Sql,
  attemptId: string,
  end: { submittedAt: Date; submittedBy: SubmissionCause; gradedAt: Date | null },
  marked: MarkedPaper,
): Promise<void> {
  const { markSum, maxMark, grade, passed, classification } = marked;
  await sql.run(
    `UPDATE "Attempt" SET "state" = ?, "submittedAt" = ?, "submittedBy" = ?, "gradedAt" = ?, "markSum" = ?,
       "maxMark" = ?, "grade" = ?, "passed" = ?, "classification" = ?, "itemMarks" = ? WHERE "id" = ?`,
    ...[end.gradedAt === null ? 'submitted' : 'graded', end.submittedAt, end.submittedBy, end.gradedAt],
    ...[markSum, maxMark, grade, passed, classification, printItemMarks(marked), attemptId],
  );
}

/** The numbers of an ended attempt after its marks have changed; `gradedAt` null: an answer waits for a marker. */
export async function updateNumbers(
  sql: Sql,
  attemptId: string,
  { markSum, maxMark, grade, passed, classification }: AttemptSum,
  itemMarks: string,
  gradedAt: Date | null,
): Promise<void> {
  await sql.run(
    `UPDATE "Attempt" SET "state" = ?, "gradedAt" = ?, "markSum" = ?, "maxMark" = ?, "grade" = ?, "passed" = ?,
       "classification" = ?, "itemMarks" = ? WHERE "id" = ?`,
    ...[gradedAt === null ? 'submitted' : 'graded', gradedAt, markSum, maxMark, grade, passed, classification],
    ...[itemMarks, attemptId],
  );
}
