import type { StatusCounts } from '../rollup.ts';
import { isOwing, statuses } from '../status.ts';

/** Of people who owe something: those with a due date of their own, and those whose own one is past. */
export interface Extended {
  readonly people: number;
  readonly past: number;
}

/**
 * How many are late: who owes something and whose date is past, the later of everybody's and the own one. While everybody's
 * has not come nobody is late; where there is none, the own ones alone count.
 */
export function lateCount(byStatus: StatusCounts, { people, past }: Extended, dueAt: Date | null, now: Date): number {
  if (dueAt === null) return past;
  if (now <= dueAt) return 0;
  const owing = statuses.filter(isOwing).reduce((sum, status) => sum + byStatus[status], 0);
  return owing - people + past;
}
