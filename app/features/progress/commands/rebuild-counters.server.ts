import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { listAssignments } from '../data/assignments.server.ts';
import { rebuildCounters as countAnew } from '../data/counters.server.ts';
import { placeAudience } from '../data/placement.server.ts';
import { settleLedger } from '../data/settle-ledger.server.ts';

/**
 * Judges every enrolment of every assignment anew and counts them anew: the cure when `verifyCounters` finds a
 * difference. From the command line only. Answers how many assignments were counted.
 */
export async function rebuildCounters(doer: Doer): Promise<{ assignments: number }> {
  return transact(doer, 'progress.counters-rebuilt', async ({ sql, at, record }) => {
    const assignments = await listAssignments(sql);
    for (const { id } of assignments) {
      await placeAudience(sql, id, at);
      await settleLedger(sql, id, at);
      await countAnew(sql, id);
    }
    record('all', { assignments: assignments.length });
    return { assignments: assignments.length };
  });
}
