import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { mayClose } from '../../core/room/session.ts';
import { countWorking, deletePreparedOf } from '../../data/room/prepared-papers.server.ts';
import { holdSession, updateAsClosed } from '../../data/room/sessions.server.ts';

export type CloseOutcome =
  | { kind: 'closed' | 'unchanged'; closedAt: Date }
  | { kind: 'refused'; reason: 'still-working'; working: number };

/**
 * Closes a session once nobody works in it any more; papers that nobody began are thrown away and count as no attempt.
 * Throws not-found outside the examiner's reach.
 */
export async function closeSession(actor: Actor, sessionId: string): Promise<CloseOutcome> {
  const scope = requireScope(actor, 'exam.run');
  return transact(actor, 'quiz.session-closed', async ({ sql, at, record, unchanged }) => {
    const session = await holdSession(sql, scope, sessionId);
    if (!session) throw new AppError('not-found');
    const decision = mayClose(session, await countWorking(sql, sessionId, at));
    if (decision.kind !== 'close') {
      unchanged();
      return decision;
    }
    const notBegun = await deletePreparedOf(sql, sessionId);
    await updateAsClosed(sql, sessionId, at);
    record(sessionId, { quizId: session.quizId, notBegun }, session.unitPath);
    return { kind: 'closed', closedAt: at };
  });
}
