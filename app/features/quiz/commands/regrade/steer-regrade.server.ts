import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findKeyChange, holdKeyChange, updateStopped } from '../../data/regrade/key-changes.server.ts';

/**
 * Stops a regrade after the batch under way, or lets it go on from there. What is regraded stays so, and the new key
 * holds for what is closed meanwhile. Answers whether anything was changed.
 */
export async function steerRegrade(actor: Actor, id: string, wish: 'stop' | 'continue'): Promise<boolean> {
  const scope = requireScope(actor, 'key.approve');
  const op = wish === 'stop' ? 'quiz.regrade-stopped' : 'quiz.regrade-continued';
  return transact(actor, op, async ({ sql, at, record, unchanged }) => {
    const change = await findKeyChange(sql, scope, id);
    if (!change) throw new AppError('not-found');
    const held = await holdKeyChange(sql, id);
    if (held?.state !== 'approved' || (held.stoppedAt !== null) === (wish === 'stop')) {
      unchanged();
      return false;
    }
    await updateStopped(sql, id, wish === 'stop' ? at : null);
    record(id, { question: change.questionCode, done: change.done, total: change.total }, change.unitPath);
    return true;
  });
}
