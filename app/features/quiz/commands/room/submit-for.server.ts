import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { closingEvent } from '../../core/closing-event.ts';
import { type Measure, type RoomRefusal, roomRefusal } from '../../core/room/measure.ts';
import { findAttemptPaper } from '../../data/attempt-papers.server.ts';
import { closeAttempt } from '../../data/closing.server.ts';
import { holdRoomSeat } from '../../data/room/held-room.server.ts';
import { findSeatAttemptId } from '../../data/room/room-attempts.server.ts';

export type SubmitForOutcome =
  | { outcome: 'submitted' }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; reason: RoomRefusal };

/** Submits what a person has saved, on the person's behalf and at once, a paused attempt too. A second press is 'unchanged'. */
export async function submitFor(
  actor: Actor,
  { sessionId, personId, reason, key }: Measure & { personId: string },
): Promise<SubmitForOutcome> {
  const scope = requireScope(actor, 'exam.run');
  const { sql } = database();
  const attemptId = await findSeatAttemptId(sql, sessionId, personId);
  const own = attemptId === null ? null : await findAttemptPaper(sql, attemptId);
  const bodies = await questionVersions(own?.paper.map((slot) => slot.questionVersionId) ?? []);
  return transact(actor, 'quiz.attempt-submitted-for', async ({ sql, at, record, emit, unchanged }) => {
    const refused = (why: RoomRefusal): SubmitForOutcome => {
      unchanged();
      return { outcome: 'refused', reason: why };
    };
    const { session, seat } = await holdRoomSeat(sql, scope, { sessionId, personId });
    const refusal = roomRefusal(session);
    if (refusal) return refused(refusal);
    // The seat's attempt is another one by now, or was never begun.
    if (!own || seat.attempt?.attempt.id !== own.attemptId) return refused('not-started');
    const closed = await closeAttempt(sql, own, bodies, at, 'examiner');
    if (closed.kind === 'refused') return refused(closed.reason === 'abandoned' ? 'voided' : 'not-started');
    if (closed.kind === 'unchanged') {
      unchanged();
      return { outcome: 'unchanged' };
    }
    record(sessionId, { personId, attemptId: own.attemptId, quizId: own.quizId, reason, key }, session.unitPath);
    emit(closingEvent(own, closed.attempt));
    return { outcome: 'submitted' };
  });
}
