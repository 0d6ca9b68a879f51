import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type ResultSummary, summaryOf } from '../../core/room/result-summary.ts';
import { seenByExaminer } from '../../core/rules/seen-by.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { findSessionNames, listSessionResults, type SessionResult } from '../../data/room/session-results.server.ts';
import type { StoredSession } from '../../data/room/sessions.server.ts';
import { requireBoard } from './board-page.server.ts';

/** The head of every paper of a session. */
export interface PrintHead {
  sessionId: string;
  title: string;
  room: string;
  quiz: string;
  unit: string;
  parentUnit: string | null;
  examiner: string;
  /** When the papers were released, or are to be. */
  heldAt: Date;
  closedAt: Date | null;
  printedAt: Date;
}

export type PrintSeat = Pick<SessionResult, 'personId' | 'number' | 'fullName' | 'rank' | 'unitName'>;

async function headOf(session: StoredSession): Promise<PrintHead> {
  const names = await findSessionNames(database().sql, session.id);
  if (!names) throw new AppError('not-found');
  const { id, title, room, plannedAt, releasedAt, closedAt } = session;
  return { sessionId: id, title, room, ...names, heldAt: releasedAt ?? plannedAt, closedAt, printedAt: now() };
}

/** Who sits where: for the attendance sheet and the seating plan, before and after the exam. */
export async function seatPrint(actor: Actor, sessionId: string): Promise<{ head: PrintHead; seats: PrintSeat[] }> {
  const session = await requireBoard(actor, sessionId);
  const results = await listSessionResults(database().sql, session.id);
  const seats = results.map(({ personId, number, fullName, rank, unitName }) => {
    return { personId, number, fullName, rank, unitName };
  });
  return { head: await headOf(session), seats };
}

export interface ResultPrint {
  head: PrintHead;
  results: SessionResult[];
  summary: ResultSummary;
  gradeScale: number;
  passGrade: number;
}

/**
 * What everybody in a session came to: once the session is closed, and null before, since the room may still sit and
 * whoever looks over the examiner's shoulder must not read grades. No answer and no key is in it.
 */
export async function resultPrint(
  actor: Actor,
  sessionId: string,
): Promise<{ head: PrintHead; print: ResultPrint | null }> {
  const session = await requireBoard(actor, sessionId);
  const head = await headOf(session);
  if (!seenByExaminer(session).has('overall')) return { head, print: null };
  const { sql } = database();
  const results = await listSessionResults(sql, session.id);
  const settings = (await findQuiz(sql, session.quizId))?.settings;
  if (!settings) throw new AppError('not-found');
  const { gradeScale, passGrade } = settings;
  return { head, print: { head, results, summary: summaryOf(results), gradeScale, passGrade } };
}
