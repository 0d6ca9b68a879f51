import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { attemptOfLoss, countKept, giveBack, type KeptReason, type Share } from '../../core/room/give-back.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { outagesIn } from '../../core/room/outage.ts';
import { findQuiz, holdQuiz } from '../../data/quiz-for-attempt.server.ts';
import { holdRoom } from '../../data/room/held-room.server.ts';
import { findGivableAttempts, updateAsReopened } from '../../data/room/reopening.server.ts';
import { updateClock } from '../../data/room/room-attempts.server.ts';
import { findRoomRecord, markGivenBack, markReopened } from '../../data/room/room-record.server.ts';
import { findSession } from '../../data/room/sessions.server.ts';

export type GiveBackOutcome =
  | {
      outcome: 'given';
      /** Who got time, those whose attempt was opened again included. */
      reached: number;
      reopened: number;
      /** Who lost time too and got none, and why. */
      ended: number;
      kept: Partial<Record<KeptReason, number>>;
      /** The most that one person got back. */
      seconds: number;
    }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

/**
 * Gives each person who was silent in an outage exactly the seconds that the person lost in it, and notes that it did:
 * the outage, named by its beginning, is not proposed again, and a second press is 'unchanged'. Whose time ran out in the
 * outage works on with what was left, unless something has come of the end since.
 */
export async function giveBackOutage(
  actor: Actor,
  { sessionId, outageFromAt, reason, key }: Measure & { outageFromAt: Date },
): Promise<GiveBackOutcome> {
  const scope = requireScope(actor, 'exam.run');
  const seen = await findSession(database().sql, scope, sessionId);
  if (!seen) throw new AppError('not-found');
  const { quizId } = seen;
  return transact(actor, 'quiz.minutes-given', async ({ sql, at, record, emit, unchanged }) => {
    // Before the session: nobody begins another attempt meanwhile.
    await holdQuiz(sql, quizId);
    const session = await holdRoom(sql, scope, sessionId);
    const refusal = roomRefusal(session);
    const attempts = await findGivableAttempts(sql, sessionId, { hold: true });
    const quiz = await findQuiz(sql, quizId);
    const outages = refusal ? [] : outagesIn(await findRoomRecord(sql, sessionId, at), at);
    const outage = outages.find(({ fromAt }) => fromAt.getTime() === outageFromAt.getTime());
    if (refusal || !quiz || !outage?.untilAt) {
      unchanged();
      return refusal ? { outcome: 'refused', reason: refusal } : { outcome: 'unchanged' };
    }
    const context = { review: quiz.settings.review, isRoomPaused: session.pausedAt !== null };
    const given: Record<string, number> = {};
    const reopened: Record<string, number> = {};
    const shares: Share[] = [];
    for (const loss of outage.losses) {
      const { personId } = loss;
      const own = attempts.get(personId) ?? [];
      const held = attemptOfLoss(own, loss);
      const share = giveBack(own, loss, context, at);
      shares.push(share);
      await markGivenBack(sql, sessionId, loss);
      if (!held || share.kind === 'kept') continue;
      given[personId] = share.seconds;
      if (share.kind === 'given') {
        await updateClock(sql, held.attempt.id, share.clock);
        continue;
      }
      reopened[personId] = share.seconds;
      await updateAsReopened(sql, held.attempt.id, share.clock);
      await markReopened(sql, sessionId, loss, at);
      // Its result is gone: whoever counted it counts anew.
      emit({ type: 'attempt-regraded', personId, quizId, courseId: quiz.courseId, attemptId: held.attempt.id });
    }
    const { fromAt, untilAt, seconds } = outage;
    const reached = Object.keys(given).length;
    const kept = countKept(shares);
    // Who got how much stands in the log: it is what anybody will ask later.
    const about = { fromAt, untilAt, seconds, reached, given, reopened, kept };
    record(sessionId, { target: 'outage', ...about, reason, key }, session.unitPath);
    const ended = shares.length - reached;
    return { outcome: 'given', reached, reopened: Object.keys(reopened).length, ended, kept, seconds };
  });
}
