import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { abandon } from '../../core/attempt.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { holdRoomSeat } from '../../data/room/held-room.server.ts';
import { updateAsAbandoned } from '../../data/room/room-attempts.server.ts';

export type VoidOutcome =
  | { outcome: 'voided' }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

/**
 * Takes the attempt of a seat out of the count, whether it runs or has ended: it neither counts nor shows anything any
 * more, and its person is told. What was saved stays for whoever must look into it.
 */
export async function voidAttempt(
  actor: Actor,
  { sessionId, personId, reason, key }: Measure & { personId: string },
): Promise<VoidOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.attempt-voided', async ({ sql, at, record, emit, unchanged }) => {
    const { session, seat } = await holdRoomSeat(sql, scope, { sessionId, personId });
    const found = seat.attempt?.attempt;
    const refusal = roomRefusal(session) ?? (!found || found.state === 'prepared' ? 'not-started' : null);
    const decision = refusal || !found ? null : abandon(found, at);
    if (!found || decision?.kind !== 'done') {
      unchanged();
      return refusal ? { outcome: 'refused', reason: refusal } : { outcome: 'unchanged' };
    }
    await updateAsAbandoned(sql, found.id, at);
    const { quizId } = session;
    const courseId = (await findQuiz(sql, quizId))?.courseId ?? null;
    record(sessionId, { personId, attemptId: found.id, was: found.state, reason, key }, session.unitPath);
    emit({ type: 'attempt-voided', personId, quizId, courseId, attemptId: found.id });
    return { outcome: 'voided' };
  });
}
