import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findAssignment, listAssignments } from '../data/assignments.server.ts';
import { rebuildCounters as countAnew } from '../data/counters.server.ts';
import { rebuildDays } from '../data/days.server.ts';
import { lacksHistory, rebuildHistory } from '../data/history.server.ts';
import { placeAudience } from '../data/placement.server.ts';
import { settleLedger } from '../data/settle-ledger.server.ts';

/**
 * Judges every enrolment of every assignment anew, and writes counters and days anew: the cure when `verifyCounters` finds
 * a difference. Histories stay as they are; where an assignment has none (from before they were kept), it is told from
 * the dates of what was done. One transaction for each assignment, so that the product goes on between them. Answers how
 * many assignments were counted.
 */
export async function rebuildCounters(doer: Doer): Promise<{ assignments: number }> {
  const assignments = await listAssignments(database().sql);
  for (const { id } of assignments) await rebuild(doer, id);
  return { assignments: assignments.length };
}

/**
 * Tells the histories of assignments that have none: at the first start after the release that keeps them. Answers how
 * many those were.
 */
export async function tellHistories(doer: Doer): Promise<{ assignments: number }> {
  const { sql } = database();
  let told = 0;
  for (const { id } of await listAssignments(sql)) {
    if (!(await lacksHistory(sql, id))) continue;
    await rebuild(doer, id);
    told += 1;
  }
  return { assignments: told };
}

async function rebuild(doer: Doer, assignmentId: string): Promise<void> {
  await transact(doer, 'progress.counters-rebuilt', async ({ sql, at, record }) => {
    const assignment = await findAssignment(sql, assignmentId);
    if (!assignment) return;
    if (await lacksHistory(sql, assignmentId)) await rebuildHistory(sql, assignment, at);
    await placeAudience(sql, assignmentId, at);
    await settleLedger(sql, assignmentId, at);
    await countAnew(sql, assignmentId);
    await rebuildDays(sql, assignmentId);
    record(assignmentId);
  });
}
