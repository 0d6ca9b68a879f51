import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findPaperSet } from '../../data/printed/paper-sets.server.ts';
import { paperScope } from '../../queries/printed/set-reading.server.ts';

/** Logs that papers, answer grids or keys of a set are handed over as a file. */
export async function recordPaperPrint(
  actor: Actor,
  setId: string,
  what: { kind: 'papers' | 'grid' | 'keys' | 'results'; format: string; variant: string | null },
): Promise<void> {
  const scope = paperScope(actor);
  await transact(actor, 'quiz.paper-printed', async ({ sql, record }) => {
    const set = await findPaperSet(sql, scope, setId);
    if (!set) throw new AppError('not-found');
    record(setId, what, set.unitPath);
  });
}
