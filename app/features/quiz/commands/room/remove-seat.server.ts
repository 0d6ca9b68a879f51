import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { mayChange } from '../../core/room/session.ts';
import { deletePrepared } from '../../data/room/prepared-papers.server.ts';
import { deleteSeat, holdSeat } from '../../data/room/seats.server.ts';
import { holdSession } from '../../data/room/sessions.server.ts';

export type RemoveOutcome = { kind: 'removed' | 'unchanged' } | { kind: 'refused'; reason: 'closed' | 'has-begun' };

/** Gives a seat up, with the paper that lay there. Who has begun keeps the seat: the attempt belongs to the session. */
export async function removeSeat(actor: Actor, sessionId: string, personId: string): Promise<RemoveOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-seated', async ({ sql, at, record, unchanged }) => {
    const session = await holdSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    const seat = await holdSeat(sql, sessionId, personId);
    const leave = (outcome: RemoveOutcome) => {
      unchanged();
      return outcome;
    };
    if (!seat) return leave({ kind: 'unchanged' });
    if (!mayChange(session, at).seats) return leave({ kind: 'refused', reason: 'closed' });
    if (seat.attemptId !== null && !(await deletePrepared(sql, seat.attemptId))) {
      return leave({ kind: 'refused', reason: 'has-begun' });
    }
    await deleteSeat(sql, sessionId, personId);
    record(sessionId, { removed: personId, number: seat.number }, session.unitPath);
    return { kind: 'removed' };
  });
}
