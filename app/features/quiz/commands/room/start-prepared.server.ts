import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly, transactTogether } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { stateAt } from '../../core/attempt.ts';
import { isAllowedFrom } from '../../core/networks.ts';
import { mayBegin, type SittingRefusal } from '../../core/room/sitting.ts';
import { type QuizSettings, settingsToPin } from '../../core/settings.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { shareQuiz, shareQuizOfSession } from '../../data/quiz-for-attempt.server.ts';
import { storePaper, updateAsBegun } from '../../data/room/prepared-papers.server.ts';
import { updateAsArrived } from '../../data/room/seats.server.ts';
import { findAnySession, shareSession } from '../../data/room/sessions.server.ts';
import { findSitting, type Sitting } from '../../data/room/sittings.server.ts';
import { settingsOfPerson } from '../../data/rules/settings-for.server.ts';
import { drawPapers } from '../../queries/room/drawn-papers.server.ts';
import { printQuizSettings } from '../../schema.ts';

export type BeginOutcome =
  | { kind: 'started' | 'resumed' | 'ended'; attemptId: string }
  | SittingRefusal
  | { kind: 'refused'; reason: 'voided' | 'network' | 'no-paper' };

/**
 * Hot path: begins the prepared paper of the actor's seat, or answers the attempt that was begun. A few statements in one
 * shared transaction and none before it, since a whole brigade presses in one second; the clock runs from this instant. A
 * seat without a paper gets one first. A hundred presses make one attempt. Throws not-found for who has no seat.
 */
export async function startPrepared(
  actor: Actor,
  sessionId: string,
  { address = '' }: { address?: string } = {},
): Promise<BeginOutcome> {
  const first = await begin(actor, sessionId, address);
  if (first !== 'needs-paper') return first;
  const sitting = await findSitting(database().sql, sessionId, actor.personId);
  if (!sitting) throw new AppError('not-found');
  const problem = await layPaper(sitting);
  if (problem) return problem;
  const second = await begin(actor, sessionId, address);
  return second === 'needs-paper' ? { kind: 'refused', reason: 'no-paper' } : second;
}

/** What pressing "begin" does now, with the settings that hold for this person. */
async function decide(sql: Sql, sitting: Sitting, { personId, unitPath }: Actor, at: Date) {
  const { session, attempt, quiz, attemptSettings } = sitting;
  const base = attemptSettings ?? quiz.settings;
  if (attempt !== null) {
    const { state } = stateAt(attemptOf(attempt, { slotCount: 0, graceSeconds: base.graceSeconds }), at);
    const done = (outcome: BeginOutcome) => ({ kind: 'outcome', outcome }) as const;
    if (state === 'in-progress' || state === 'overdue') return done({ kind: 'resumed', attemptId: attempt.id });
    if (state === 'abandoned') return done({ kind: 'refused', reason: 'voided' });
    if (state !== 'prepared') return done({ kind: 'ended', attemptId: attempt.id });
  }
  const settings = sitting.hasOverrides ? await overridden(sql, session.quizId, base, { personId, unitPath }) : base;
  const decision = mayBegin(session, sitting, settings, at);
  if (decision.kind === 'refused') return { kind: 'outcome', outcome: decision } as const;
  return { ...decision, settings, isOverridden: settings !== base };
}

async function overridden(
  sql: Sql,
  quizId: string,
  settings: QuizSettings,
  person: { personId: string; unitPath: string },
): Promise<QuizSettings> {
  return (await settingsOfPerson(sql, [{ id: quizId, settings }], person)).get(quizId)?.settings ?? settings;
}

/** The rare way: the papers were not ready, or this person came later. Another device may have been faster. */
async function layPaper({ session, personId }: Sitting): Promise<BeginOutcome | null> {
  const drawnAt = now();
  const drawn = await drawPapers(session.quizId, [personId]);
  const [paper] = drawn?.papers ?? [];
  if (!drawn || !paper) return { kind: 'refused', reason: 'no-paper' };
  const quiz = { sessionId: session.id, quizId: session.quizId, settings: settingsToPin(drawn.settings) };
  const stored = await transactQuietly('quiz.paper-prepared', async (sql) => {
    await shareQuiz(sql, session.quizId);
    await shareSession(sql, session.id);
    const held = await findAnySession(sql, session.id);
    if (!held || held.closedAt !== null) return 'no-seat';
    return storePaper(sql, quiz, paper, { drawnAt, datedFrom: null });
  });
  return stored === 'no-attempts-left' || stored === 'no-seat' ? { kind: 'refused', reason: 'no-paper' } : null;
}

async function begin(actor: Actor, sessionId: string, address: string): Promise<BeginOutcome | 'needs-paper'> {
  const { personId, unitPath } = actor;
  return transactTogether(actor, 'quiz.attempt-started', async ({ sql, at, record, emit, unchanged }) => {
    await shareQuizOfSession(sql, sessionId);
    await shareSession(sql, sessionId);
    const sitting = await findSitting(sql, sessionId, personId);
    if (!sitting) throw new AppError('not-found');
    const { session, quiz } = sitting;
    const { quizId } = session;
    const decision = await decide(sql, sitting, actor, at);
    if (decision.kind !== 'begin') {
      unchanged();
      return decision.outcome;
    }
    if (!isAllowedFrom(decision.settings.networks, address)) {
      unchanged();
      return { kind: 'refused', reason: 'network' };
    }
    const attemptId = sitting.attempt?.id;
    if (attemptId === undefined) {
      unchanged();
      return 'needs-paper';
    }
    const { deadlineAt, extraSeconds, settings, isOverridden } = decision;
    const begun = {
      ...{ startedAt: at, deadlineAt, extraSeconds },
      settings: isOverridden ? printQuizSettings(settingsToPin(settings)) : null,
    };
    // On PostgreSQL the row may have been begun, or drawn anew, since it was read: who finds it so reads again.
    if (!(await updateAsBegun(sql, attemptId, begun))) {
      const again = await findSitting(sql, session.id, personId);
      unchanged();
      return again?.attempt && again.attempt.state !== 'prepared'
        ? { kind: 'resumed', attemptId: again.attempt.id }
        : { kind: 'refused', reason: 'no-paper' };
    }
    await updateAsArrived(sql, session.id, personId, at);
    record(attemptId, { quizId, sessionId: session.id, number: sitting.attempt?.number }, unitPath);
    emit({ type: 'attempt-started', personId, quizId, courseId: quiz.courseId });
    return { kind: 'started', attemptId };
  });
}
