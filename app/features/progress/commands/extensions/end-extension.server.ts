import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { passGateOf } from '../../data/course-gate.server.ts';
import { holdOwing, removeExtension } from '../../data/extensions/extensions.server.ts';
import { findPersonPath } from '../../data/people.server.ts';

/**
 * Ends a person's extension: the common due date holds again, or the end of the certificate that is being renewed.
 * 'unchanged' where there was none. Throws not-found for a person outside of the actor's scope.
 */
export async function endExtension(
  actor: Actor,
  { personId, assignmentId }: { personId: string; assignmentId: string },
): Promise<{ kind: 'ended' | 'unchanged' }> {
  const scope = requireScope(actor, 'progress.exempt');
  return transact(actor, 'progress.extension-ended', async ({ sql, at, record, unchanged }) => {
    const path = await findPersonPath(sql, scope, personId);
    if (!path) throw new AppError('not-found');
    await passGateOf(sql, assignmentId);
    const [person] = await holdOwing(sql, scope, assignmentId, [personId]);
    if (!person || person.reason === null) {
      unchanged();
      return { kind: 'unchanged' as const };
    }
    await removeExtension(sql, { assignmentId, personId, byId: actor.personId }, at);
    record(personId, { assignmentId }, path);
    return { kind: 'ended' as const };
  });
}
