import type { Actor } from '#app/features/access/core/role.ts';
import { transactForAll, transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { SharedTurn } from '#app/platform/shared-turn.server.ts';
import { stateAt } from '../../core/attempt.ts';
import { isAllowedFrom } from '../../core/networks.ts';
import { mayBegin, type SittingRefusal } from '../../core/room/sitting.ts';
import { type QuizSettings, settingsToPin } from '../../core/settings.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { shareQuiz, shareQuizOfSession } from '../../data/quiz-for-attempt.server.ts';
import { type Begun, storePaper, updateAsBegun } from '../../data/room/prepared-papers.server.ts';
import { updateAsArrived } from '../../data/room/seats.server.ts';
import { findAnySession, shareSession } from '../../data/room/sessions.server.ts';
import { findSitting, listSittings, type Sitting } from '../../data/room/sittings.server.ts';
import { settingsOfPerson } from '../../data/rules/settings-for.server.ts';
import { drawPapers } from '../../queries/room/drawn-papers.server.ts';
import { printQuizSettings } from '../../schema.ts';

export type BeginOutcome =
  | { kind: 'started' | 'resumed' | 'ended'; attemptId: string }
  | SittingRefusal
  | { kind: 'refused'; reason: 'voided' | 'network' | 'no-paper' };

interface Press {
  readonly actor: Actor;
  readonly address: string;
}
type Pressed = BeginOutcome | { kind: 'no-seat' } | { kind: 'needs-paper' };
const noSeat: Pressed & { kind: 'no-seat' } = { kind: 'no-seat' };

/** Saves get their turn between so many people. */
const mostAtOnce = 250;
const presses = new SharedTurn<Press, Pressed>(
  mostAtOnce,
  ({ actor }) => actor.personId,
  (id, turn) => begin(id, turn),
);

/**
 * Hot path: begins the prepared paper of the actor's seat, or answers the attempt that was begun; a seat without a paper gets
 * one first. A whole brigade presses in one second: who presses while others are being written shares the next
 * transaction with everybody who did, and the clock runs from the instant of that one. A hundred presses make one attempt.
 * Throws not-found for who has no seat.
 */
export async function startPrepared(
  actor: Actor,
  sessionId: string,
  { address = '' }: { address?: string } = {},
): Promise<BeginOutcome> {
  let pressed = await presses.join(sessionId, { actor, address });
  if (pressed.kind === 'needs-paper') {
    if (!(await layPaper(actor, sessionId))) return { kind: 'refused', reason: 'no-paper' };
    pressed = await presses.join(sessionId, { actor, address });
  }
  if (pressed.kind === 'no-seat') throw new AppError('not-found');
  return pressed.kind === 'needs-paper' ? { kind: 'refused', reason: 'no-paper' } : pressed;
}

/**
 * The rare way: the papers were not ready, or this person came later. Another device may have been faster. Answers whether
 * a paper lies there now.
 */
async function layPaper({ personId }: Actor, sessionId: string): Promise<boolean> {
  const sitting = await findSitting(database().sql, sessionId, personId);
  if (!sitting) throw new AppError('not-found');
  const { session } = sitting;
  const drawnAt = now();
  const drawn = await drawPapers(session.quizId, [personId]);
  const [paper] = drawn?.papers ?? [];
  if (!drawn || !paper) return false;
  const quiz = { sessionId, quizId: session.quizId, settings: settingsToPin(drawn.settings) };
  const stored = await transactQuietly('quiz.paper-prepared', async (sql) => {
    await shareQuiz(sql, session.quizId);
    await shareSession(sql, sessionId);
    const held = await findAnySession(sql, sessionId);
    if (!held || held.closedAt !== null) return 'no-seat';
    return storePaper(sql, quiz, paper, { drawnAt, datedFrom: null });
  });
  return stored !== 'no-attempts-left' && stored !== 'no-seat';
}

const begin = (sessionId: string, turn: readonly Press[]): Promise<ReadonlyMap<string, Pressed>> =>
  transactForAll('quiz.attempt-started', async ({ sql, at, record, emit }) => {
    await shareQuizOfSession(sql, sessionId);
    await shareSession(sql, sessionId);
    const ids = turn.map(({ actor }) => actor.personId);
    const sittings = await listSittings(sql, sessionId, ids);
    const pressed = new Map<string, Pressed>();
    const beginning: { actor: Actor; sitting: Sitting; begun: Begun }[] = [];
    for (const { actor, address } of turn) {
      const sitting = sittings.get(actor.personId);
      const decision = sitting ? await decide(sql, sitting, actor, address, at) : noSeat;
      if (sitting && decision.kind === 'begin') beginning.push({ actor, sitting, begun: decision.begun });
      else if (decision.kind !== 'begin') pressed.set(actor.personId, decision);
    }
    if (beginning.length === 0) return pressed;
    const rows = beginning.map(({ begun }) => begun);
    const written = await updateAsBegun(sql, rows, at);
    const started = beginning.filter(({ begun }) => written.has(begun.attemptId));
    // On PostgreSQL a row may have been begun, or drawn anew, since it was read: who finds it so reads again.
    if (started.length < beginning.length) {
      const again = await listSittings(sql, sessionId, ids);
      for (const { actor } of beginning) pressed.set(actor.personId, elsewhere(again.get(actor.personId)));
    }
    for (const { actor, sitting, begun } of started) {
      const { attemptId } = begun;
      const { quizId } = sitting.session;
      pressed.set(actor.personId, { kind: 'started', attemptId });
      record(actor, attemptId, { quizId, sessionId, number: sitting.attempt?.number }, actor.unitPath);
    }
    const [first] = started;
    if (!first) return pressed;
    const personIds = started.map(({ actor }) => actor.personId);
    await updateAsArrived(sql, sessionId, personIds, at);
    const { session, quiz } = first.sitting;
    emit({ type: 'attempts-started', personIds, quizId: session.quizId, courseId: quiz.courseId });
    return pressed;
  });

const elsewhere = (sitting: Sitting | undefined): Pressed =>
  sitting?.attempt && sitting.attempt.state !== 'prepared'
    ? { kind: 'resumed', attemptId: sitting.attempt.id }
    : { kind: 'refused', reason: 'no-paper' };

/** What pressing "begin" does now, with the settings that hold for this person. */
async function decide(sql: Sql, sitting: Sitting, { personId, unitPath }: Actor, address: string, at: Date) {
  const { session, attempt, quiz, attemptSettings } = sitting;
  const base = attemptSettings ?? quiz.settings;
  if (attempt !== null) {
    const { state } = stateAt(attemptOf(attempt, { slotCount: 0, graceSeconds: base.graceSeconds }), at);
    if (state === 'in-progress' || state === 'overdue') return { kind: 'resumed', attemptId: attempt.id } as const;
    if (state === 'abandoned') return { kind: 'refused', reason: 'voided' } as const;
    if (state !== 'prepared') return { kind: 'ended', attemptId: attempt.id } as const;
  }
  const settings = sitting.hasOverrides ? await overridden(sql, session.quizId, base, { personId, unitPath }) : base;
  const decision = mayBegin(session, sitting, settings, at);
  if (decision.kind === 'refused') return decision;
  if (!isAllowedFrom(settings.networks, address)) return { kind: 'refused', reason: 'network' } as const;
  if (attempt === null) return { kind: 'needs-paper' } as const;
  const { deadlineAt, extraSeconds } = decision;
  const pinned = settings === base ? null : printQuizSettings(settingsToPin(settings));
  const begun: Begun = { attemptId: attempt.id, deadlineAt, extraSeconds, settings: pinned };
  return { kind: 'begin', begun } as const;
}

async function overridden(
  sql: Sql,
  quizId: string,
  settings: QuizSettings,
  person: { personId: string; unitPath: string },
): Promise<QuizSettings> {
  return (await settingsOfPerson(sql, [{ id: quizId, settings }], person)).get(quizId)?.settings ?? settings;
}
