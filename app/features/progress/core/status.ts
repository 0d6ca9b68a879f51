import { dateOf, daysBetween } from '#app/kernel/vietnam-time.ts';

/** Where a person stands in an assignment. Overdue is not among them: it follows from the due date and now. */
export const statuses = ['not-started', 'in-progress', 'completed', 'failed', 'exempt'] as const;
export type Status = (typeof statuses)[number];

/** The classes of a result, best first, as the quiz's thresholds give them. */
export const classifications = ['excellent', 'good', 'average', 'failed'] as const;
export type Classification = (typeof classifications)[number];

/**
 * Whether a person who stands like this is late at `now`. The exempt owe nothing, the completed have given it, and who
 * failed has no attempt left to be hurried to: that is a state of its own.
 */
export function isOverdue(status: Status, dueAt: Date | null, now: Date): boolean {
  return isOwing(status) && dueAt !== null && now.getTime() > dueAt.getTime();
}

/** Whether something is still expected of a person who stands like this. */
export function isOwing(status: Status): boolean {
  return status === 'not-started' || status === 'in-progress';
}

/** Whole days past the due date, at least 1, or null for who is not late. The due date is the end of its day. */
export function daysLate(status: Status, dueAt: Date | null, now: Date): number | null {
  if (dueAt === null || !isOverdue(status, dueAt, now)) return null;
  return Math.max(1, daysBetween(dateOf(dueAt), dateOf(now)));
}
