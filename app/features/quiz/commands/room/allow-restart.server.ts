import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type Change, transact } from '#app/features/audit/commands/transact.server.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { abandon } from '../../core/attempt.ts';
import { closingEvent } from '../../core/closing-event.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { mayStart } from '../../core/start.ts';
import { type AttemptPaper, findAttemptPaper } from '../../data/attempt-papers.server.ts';
import { type Bodies, closeAttempt } from '../../data/closing.server.ts';
import { listPreviousAttempts } from '../../data/previous-attempts.server.ts';
import { findQuiz, holdQuiz } from '../../data/quiz-for-attempt.server.ts';
import { holdRoomSeat } from '../../data/room/held-room.server.ts';
import { findUnitPathOf, grantAttempts } from '../../data/room/restart.server.ts';
import { findSeatAttemptId, updateAsAbandoned } from '../../data/room/room-attempts.server.ts';
import { updateSeatAttempt } from '../../data/room/seats.server.ts';
import { askForPapers, findSession, type StoredSession } from '../../data/room/sessions.server.ts';
import { settingsOfPerson } from '../../data/rules/settings-for.server.ts';

export type RestartOutcome =
  | { outcome: 'allowed' }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

export interface Restart extends Measure {
  personId: string;
  /** What becomes of the attempt so far: voided, so that it neither counts nor shows; or kept, submitted if it still ran. */
  old: 'void' | 'keep';
}

/**
 * Lets a person begin anew in the same seat with another paper and the next number. A voided attempt uses up none of
 * those allowed; where the old one is kept and no other is left, the person is granted one more by an override. All in
 * one transaction: the person is never left with two attempts, or with none allowed.
 */
export async function allowRestart(
  actor: Actor,
  { sessionId, personId, old, reason, key }: Restart,
): Promise<RestartOutcome> {
  const scope = requireScope(actor, 'exam.run');
  const { sql } = database();
  const seen = await findSession(sql, scope, sessionId);
  if (!seen) throw new AppError('not-found');
  const seenId = await findSeatAttemptId(sql, sessionId, personId);
  const own = seenId === null ? null : await findAttemptPaper(sql, seenId);
  const bodies = await questionVersions(own?.paper.map((slot) => slot.questionVersionId) ?? []);
  return transact(actor, 'quiz.restart-allowed', async (change) => {
    const { sql, record, unchanged } = change;
    // Before the session: the order in which rows are held.
    await holdQuiz(sql, seen.quizId);
    const { session, seat } = await holdRoomSeat(sql, scope, { sessionId, personId });
    const isFree = seat.attempt === null || seat.attempt.attempt.state === 'prepared';
    const refusal = roomRefusal(session) ?? (isFree ? 'nothing-to-restart' : null);
    if (refusal || !own || seat.attempt?.attempt.id !== own.attemptId) {
      unchanged();
      return { outcome: 'refused', reason: refusal ?? 'nothing-to-restart' };
    }
    if (old === 'void') await voidOld(change, own, seat.attempt.attempt);
    else await keepOld(change, session, own, bodies, { reason, by: actor.personId });
    await updateSeatAttempt(sql, { sessionId, personId }, null);
    await askForPapers(sql, sessionId);
    record(sessionId, { personId, attemptId: own.attemptId, old, reason, key }, session.unitPath);
    return { outcome: 'allowed' };
  });
}

async function voidOld({ sql, at, emit }: Change, own: AttemptPaper, attempt: Parameters<typeof abandon>[0]) {
  if (abandon(attempt, at).kind !== 'done') return;
  const { attemptId, personId, quizId, courseId } = own;
  await updateAsAbandoned(sql, attemptId, at);
  emit({ type: 'attempt-voided', personId, quizId, courseId, attemptId });
}

async function keepOld(
  { sql, at, emit }: Change,
  { quizId }: StoredSession,
  own: AttemptPaper,
  bodies: Bodies,
  { reason, by }: { reason: string; by: string },
) {
  const closed = await closeAttempt(sql, own, bodies, at, 'examiner');
  if (closed.kind === 'done') emit(closingEvent(own, closed.attempt));
  const quiz = await findQuiz(sql, quizId);
  const unitPath = await findUnitPathOf(sql, own.personId);
  if (!quiz || unitPath === null) return;
  const { personId } = own;
  const settings = (await settingsOfPerson(sql, [quiz], { personId, unitPath })).get(quizId)?.settings ?? quiz.settings;
  const previous = (await listPreviousAttempts(sql, personId, [quizId])).map(({ attempt }) => attempt);
  const may = mayStart({ ...settings, openAt: null, closeAt: null, delayBetweenAttemptsSeconds: 0 }, previous, at);
  if (may.kind !== 'refused' || may.reason !== 'no-attempts-left') return;
  const ended = previous.filter(({ state }) => state === 'submitted' || state === 'graded').length;
  await grantAttempts(sql, { quizId, personId }, { attemptsAllowed: ended + 1, reason, createdById: by, at });
}
