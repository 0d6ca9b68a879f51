import { dueFor } from '#app/features/courses/core/assignment.ts';

export type ExtensionProblem = 'no-due-date' | 'in-the-past' | 'not-later' | 'after-close';

/** Why people cannot be given until `newDueAt`; null = they can. Later than everybody's date, and while it still counts. */
export function extensionProblem(
  { dueAt, closeAt }: { dueAt: Date | null; closeAt: Date | null },
  newDueAt: Date,
  now: Date,
  ownDueAt: Date | null = null,
): ExtensionProblem | null {
  const common = dueAt ?? ownDueAt;
  if (common === null) return 'no-due-date';
  if (newDueAt <= now) return 'in-the-past';
  if (dueFor(dueAt, newDueAt)?.getTime() !== newDueAt.getTime() || newDueAt.getTime() === dueAt?.getTime()) {
    return 'not-later';
  }
  return closeAt !== null && newDueAt > closeAt ? 'after-close' : null;
}
