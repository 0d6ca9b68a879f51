import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { beginHistory, rebuildStrength as countAnew, lacksSpans } from '../data/strength-history.server.ts';
import { holdTree } from '../data/tree/change-tree.server.ts';

/**
 * Counts the strength of every unit anew from its people, and its days from their intervals; units from before histories
 * were kept begin theirs. From the command line, and at the first start after that release. Safe to run twice.
 */
export async function rebuildStrength(doer: Doer): Promise<void> {
  await transact(doer, 'org.strength-rebuilt', async ({ sql, record }) => {
    await holdTree(sql);
    const isOld = await lacksSpans(sql);
    if (isOld) await beginHistory(sql);
    await countAnew(sql);
    record('all', { isOld });
  });
}

/** The same where units are without a history: at the first start after the release that keeps them. */
export async function beginOldHistory(doer: Doer): Promise<void> {
  if (await lacksSpans(database().sql)) await rebuildStrength(doer);
}
