import { verifyStrength } from '#app/features/org/queries/verify-strength.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listAssignments } from '../data/assignments.server.ts';
import { type Gap, listGaps } from '../data/gaps.server.ts';

/** One thing that does not agree, as codes, ids and numbers. */
export interface Difference {
  kind: Gap['kind'] | Awaited<ReturnType<typeof verifyStrength>>[number]['kind'];
  assignmentId: string | null;
  unitId: string | null;
  subject: string;
  stored: string | number;
  recomputed: string | number;
}

/**
 * Recomputes everything from the rows and compares it with what is stored: strengths and their days, open intervals,
 * counters, totals, histories, days, audiences and statuses. Empty = all agree; at most 200 of a kind are told. Compares
 * in the database or 5,000 people at a time, so that a million fit. Reads without locks: while the product is in use, run
 * it twice before believing a difference.
 */
export async function verifyCounters(): Promise<{ assignments: number; counters: number; differences: Difference[] }> {
  const { sql } = database();
  const differences: Difference[] = (await verifyStrength()).map((gap) => ({ ...gap, assignmentId: null }));
  const assignments = await listAssignments(sql);
  let counters = 0;
  for (const assignment of assignments) {
    const found = await listGaps(sql, assignment);
    counters += found.counters;
    differences.push(...found.gaps);
  }
  return { assignments: assignments.length, counters, differences };
}
