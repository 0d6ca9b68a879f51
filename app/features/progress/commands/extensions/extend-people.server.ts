import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type ExtensionProblem, extensionProblem } from '../../core/extensions/extension.ts';
import { findAssignment } from '../../data/assignments.server.ts';
import { passGateOf } from '../../data/course-gate.server.ts';
import { holdOwing, writeExtensions } from '../../data/extensions/extensions.server.ts';

export type ExtendResult =
  | { kind: 'extended' | 'unchanged'; people: number }
  | { kind: 'refused'; reason: ExtensionProblem | 'nobody-owes' };

/** So many people one form may name. */
export const mostExtended = 2000;

/**
 * Gives people of the actor's scope a later due date of their own, with the reason and who decided; who owes nothing is
 * passed over, and so is the actor. Throws not-found for an assignment in which nobody named is known, bad-input without a reason.
 */
export async function extendPeople(
  actor: Actor,
  input: { assignmentId: string; personIds: readonly string[]; dueOn: LocalDate; reason: string },
): Promise<ExtendResult> {
  const scope = requireScope(actor, 'progress.exempt');
  const reason = nfc(input.reason).trim();
  if (reason === '') throw new AppError('bad-input', { fields: { reason: ['reason-missing'] } });
  // Nobody gives longer to oneself: that is decided by somebody else.
  const personIds = [...new Set(input.personIds)].filter((id) => id !== actor.personId).slice(0, mostExtended);
  const { assignmentId } = input;
  return transact(actor, 'progress.extended', async ({ sql, at, record, unchanged }): Promise<ExtendResult> => {
    const assignment = await findAssignment(sql, assignmentId);
    if (!assignment || assignment.withdrawnAt) throw new AppError('not-found');
    await passGateOf(sql, assignmentId);
    const people = await holdOwing(sql, scope, assignmentId, personIds);
    const dueAt = endOfDay(input.dueOn);
    const problem =
      people.length === 0
        ? 'nobody-owes'
        : (people.map(({ ownDueAt }) => extensionProblem(assignment, dueAt, at, ownDueAt)).find(Boolean) ?? null);
    if (problem) {
      unchanged();
      return { kind: 'refused', reason: problem };
    }
    const changed = people.filter(
      (person) => person.ownDueAt?.getTime() !== dueAt.getTime() || person.reason !== reason,
    );
    if (changed.length === 0) {
      unchanged();
      return { kind: 'unchanged', people: 0 };
    }
    const ids = changed.map(({ personId }) => personId);
    await writeExtensions(sql, { assignmentId, personIds: ids, dueAt, reason, byId: actor.personId }, at);
    const single = changed.length === 1 ? changed[0] : undefined;
    const paths = changed.map(({ path }) => path).sort();
    record(single?.personId ?? assignmentId, { assignmentId, dueAt, people: changed.length }, paths[0]);
    return { kind: 'extended', people: changed.length };
  });
}
