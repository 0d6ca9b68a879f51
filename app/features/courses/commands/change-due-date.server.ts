import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { type DateProblem, dateProblems } from '../core/assignment.ts';
import { findAssignment, pathOf, replaceDueDate } from '../data/assignments.server.ts';

export type ChangeDueDateResult =
  | { kind: 'changed'; revision: number; dueAt: Date | null }
  | { kind: 'unchanged'; revision: number }
  | { kind: 'refused'; problems: DateProblem[] }
  /** Somebody else was faster, or withdrew it: this is how it stands now. */
  | { kind: 'conflict'; current: { revision: number; dueAt: Date | null; withdrawnAt: Date | null } };

/** Moves the due date of an assignment that the actor has seen at `revision`. */
export async function changeDueDate(
  actor: Actor,
  input: { assignmentId: string; revision: number; dueOn: LocalDate | null },
): Promise<ChangeDueDateResult> {
  const scope = requireScope(actor, 'assignment.manage');
  const dueAt = input.dueOn ? endOfDay(input.dueOn) : null;
  return transact(actor, 'courses.assignment-changed', async ({ tx, at, record, emit, unchanged }) => {
    const before = await findAssignment(tx, scope, input.assignmentId);
    if (!before) throw new AppError('not-found');
    const { revision, withdrawnAt } = before;
    const problems = dateProblems({ ...before, dueAt });
    const isSame = before.dueAt?.getTime() === dueAt?.getTime();
    if (revision !== input.revision || withdrawnAt || problems.length > 0 || isSame) {
      unchanged();
      if (revision !== input.revision || withdrawnAt) {
        return { kind: 'conflict', current: { revision, dueAt: before.dueAt, withdrawnAt } };
      }
      return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'unchanged', revision };
    }
    // On PostgreSQL another transaction may have come between: the revision in the WHERE decides.
    if (!(await replaceDueDate(tx, { id: before.id, revision, dueAt }, before.dueAt, at)))
      throw new AppError('conflict');
    record(before.id, { from: before.dueAt, to: dueAt }, pathOf(before));
    emit({ type: 'assignment-changed', assignmentId: before.id });
    return { kind: 'changed', revision: revision + 1, dueAt };
  });
}
