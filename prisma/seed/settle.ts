import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { findAssignment } from '#app/features/progress/data/assignments.server.ts';
import { rebuildHistory } from '#app/features/progress/data/history.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';

/**
 * Brings the enrolments of an assignment in line with what was stored, by the judgement of progress itself, and tells its
 * history: each change on the day of the reading, attempt or exemption that made it.
 */
export async function settleAssignment(assignmentId: string): Promise<void> {
  await transact(theSystem, 'demo.filled', async ({ sql, at, record }) => {
    await rebuildHistory(sql, (await findAssignment(sql, assignmentId))!, at);
    record(assignmentId);
  });
}

/** Throws unless everything that is stored agrees with its recomputation. */
export async function verifyDemo(): Promise<void> {
  const { differences } = await verifyCounters();
  if (differences.length === 0) return;
  const shown = JSON.stringify(differences.slice(0, 5));
  throw new Error(`${differences.length} numbers of the demonstration disagree with their recomputation: ${shown}`);
}
