import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findAssignment, markWithdrawn, pathOf } from '../data/assignments.server.ts';

/** Takes an assignment back: its people no longer see it, what they have done stays. Twice is `unchanged`. */
export async function withdrawAssignment(
  actor: Actor,
  assignmentId: string,
): Promise<{ kind: 'withdrawn' | 'unchanged' }> {
  const scope = requireScope(actor, 'assignment.manage');
  return transact(actor, 'courses.assignment-withdrawn', async ({ tx, at, record, emit, unchanged }) => {
    const before = await findAssignment(tx, scope, assignmentId);
    if (!before) throw new AppError('not-found');
    if (!(await markWithdrawn(tx, assignmentId, at))) {
      unchanged();
      return { kind: 'unchanged' };
    }
    record(assignmentId, { title: before.title }, pathOf(before));
    emit({ type: 'assignment-withdrawn', assignmentId });
    return { kind: 'withdrawn' };
  });
}
