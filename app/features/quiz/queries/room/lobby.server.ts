import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { stateAt } from '../../core/attempt.ts';
import { type SessionState, sessionStateAt } from '../../core/room/session.ts';
import { lateUntil, mayBegin } from '../../core/room/sitting.ts';
import { secondsLeft, type TimeOffered, timeOffered } from '../../core/timing.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { findQuiz, listSlotPlans } from '../../data/quiz-for-attempt.server.ts';
import { findSession } from '../../data/room/sessions.server.ts';
import { findSitting } from '../../data/room/sittings.server.ts';
import { settingsOfPerson } from '../../data/rules/settings-for.server.ts';
import { questionCountOf } from '../quiz-start-page.server.ts';

/** What somebody with a seat sees before the own paper. */
export interface Lobby {
  session: { id: string; title: string; room: string; state: SessionState; lobbyAt: Date; plannedAt: Date };
  person: { fullName: string; rank: string | null; seat: number };
  hasArrived: boolean;
  quiz: { title: string; instructionsHtml: string; questionCount: number };
  rules: {
    timeLimitSeconds: number;
    closeAt: Date | null;
    passGrade: number;
    gradeScale: number;
    forwardOnly: boolean;
    lateMinutes: number | null;
    extraSeconds: number;
  };
  /** Who begins now has so much, and which limit decides it. */
  time: TimeOffered;
  plannedInSeconds: number;
  lobbyInSeconds: number;
  /** What there is for the person now. */
  way:
    | { kind: 'too-early' | 'wait' | 'begin' | 'paused' | 'voided' | 'closed' | 'quiz-closed' }
    | { kind: 'late'; until: Date }
    | { kind: 'working' | 'ended'; attemptId: string };
  /** Until when one may still begin; null: until the session is closed, or not known before the release. */
  lateUntil: Date | null;
}

/**
 * The lobby of the own session; 'runs' for an examiner who has no seat in it but finds its plan. Throws not-found for
 * everybody else.
 */
export async function lobby(
  actor: Actor,
  sessionId: string,
): Promise<{ kind: 'seat'; lobby: Lobby } | { kind: 'runs' }> {
  const { sql } = database();
  const sitting = await findSitting(sql, sessionId, actor.personId);
  if (!sitting && (await findSession(sql, scopeOf(actor, 'exam.run'), sessionId))) return { kind: 'runs' };
  const quiz = sitting && (await findQuiz(sql, sitting.session.quizId));
  if (!sitting || !quiz) throw new AppError('not-found');
  const at = now();
  const { session } = sitting;
  const base = { id: quiz.id, settings: sitting.attemptSettings ?? quiz.settings };
  const settings = (await settingsOfPerson(sql, [base], actor)).get(quiz.id)?.settings ?? base.settings;
  const extraSeconds = session.extraSeconds + sitting.extraSeconds;
  const { timeLimitSeconds, closeAt, passGrade, gradeScale, forwardOnly } = settings;
  const { id, title, room, lobbyAt, plannedAt, lateMinutes } = session;
  const shown: Lobby = {
    session: { id, title, room, state: sessionStateAt(session, at), lobbyAt, plannedAt },
    person: { fullName: actor.fullName, rank: actor.rank, seat: sitting.number },
    hasArrived: sitting.arrivedAt !== null,
    quiz: {
      title: quiz.title,
      instructionsHtml: renderMarkdown(quiz.instructions),
      questionCount: questionCountOf(await listSlotPlans(sql, quiz.id)),
    },
    rules: { timeLimitSeconds, closeAt, passGrade, gradeScale, forwardOnly, lateMinutes, extraSeconds },
    time: timeOffered(settings, at),
    plannedInSeconds: secondsLeft(plannedAt, at) ?? 0,
    lobbyInSeconds: secondsLeft(lobbyAt, at) ?? 0,
    way: wayOf(sitting, settings, at),
    lateUntil: sitting.isRestart ? null : lateUntil(session, sitting),
  };
  return { kind: 'seat', lobby: shown };
}

function wayOf(
  sitting: NonNullable<Awaited<ReturnType<typeof findSitting>>>,
  settings: { timeLimitSeconds: number; closeAt: Date | null; graceSeconds: number },
  at: Date,
): Lobby['way'] {
  const { session, attempt } = sitting;
  if (attempt !== null) {
    const { state } = stateAt(attemptOf(attempt, { slotCount: 0, graceSeconds: settings.graceSeconds }), at);
    if (state === 'in-progress' || state === 'overdue') return { kind: 'working', attemptId: attempt.id };
    if (state === 'abandoned') return { kind: 'voided' };
    if (state !== 'prepared') return { kind: 'ended', attemptId: attempt.id };
  }
  const decision = mayBegin(session, sitting, settings, at);
  if (decision.kind === 'begin') return { kind: 'begin' };
  switch (decision.reason) {
    case 'too-late':
      return { kind: 'late', until: decision.until };
    case 'not-released':
      return { kind: sessionStateAt(session, at) === 'planned' ? 'too-early' : 'wait' };
    case 'session-closed':
      return { kind: 'closed' };
    default:
      return { kind: decision.reason };
  }
}
