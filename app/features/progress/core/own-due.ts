import { dueFor } from '#app/features/courses/core/assignment.ts';
import { dateOf, daysBetween } from '#app/kernel/vietnam-time.ts';
import { isOwing, type Status } from './status.ts';

/**
 * Whether a person who owes something is late, own date included; and by how many whole days, at least 1. Null = not late.
 * Everything that names one person asks this; counters start from the common date and are corrected by those with a date of
 * their own (`lateCorrection`).
 */
export function daysLateOf(
  { status, dueAt, ownDueAt }: { status: Status; dueAt: Date | null; ownDueAt: Date | null },
  now: Date,
): number | null {
  const due = dueFor(dueAt, ownDueAt);
  if (!isOwing(status) || due === null || now <= due) return null;
  return Math.max(1, daysBetween(dateOf(due), dateOf(now)));
}

/** What one owing person with a date of one's own changes in the number of those who are late by the common date. */
export function lateCorrection(dueAt: Date | null, ownDueAt: Date, now: Date): -1 | 0 | 1 {
  const byAll = dueAt !== null && now > dueAt;
  const due = dueFor(dueAt, ownDueAt);
  const isLate = due !== null && now > due;
  return isLate === byAll ? 0 : isLate ? 1 : -1;
}
