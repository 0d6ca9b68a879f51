import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdPaperSet, updateAsClosed } from '../../data/printed/paper-sets.server.ts';

/** Ends the entry of a set, or opens it again; what is entered stays. */
export async function closePaperSet(actor: Actor, setId: string, isClosed: boolean): Promise<void> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  await transact(actor, 'quiz.paper-set-closed', async ({ sql, at, record, unchanged }) => {
    const set = await holdPaperSet(sql, scope, setId);
    if (!set) throw new AppError('not-found');
    if (await updateAsClosed(sql, setId, isClosed ? at : null)) record(setId, { isClosed }, set.unitPath);
    else unchanged();
  });
}
