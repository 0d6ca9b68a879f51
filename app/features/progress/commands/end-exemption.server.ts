import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { holdEnrolment } from '../data/enrolments.server.ts';
import { endExemptions } from '../data/exemptions.server.ts';
import { findPersonPath } from '../data/people.server.ts';
import { changeAndRestate } from '../data/restate.server.ts';

/**
 * Ends an exemption: the person stands again where the reading and the attempts say. 'unchanged' where there was none.
 * Throws not-found for a person outside of the actor's scope.
 */
export async function endExemption(
  actor: Actor,
  { personId, assignmentId }: { personId: string; assignmentId: string },
): Promise<{ kind: 'ended' | 'unchanged' }> {
  const scope = requireScope(actor, 'progress.exempt');
  return transact(actor, 'progress.exemption-ended', async ({ sql, at, record, unchanged }) => {
    const path = await findPersonPath(sql, scope, personId);
    if (!path) throw new AppError('not-found');
    const row = await holdEnrolment(sql, personId, assignmentId);
    if (!row || row.exemptReason === null) {
      unchanged();
      return { kind: 'unchanged' as const };
    }
    await endExemptions(sql, { assignmentId, personId, byId: actor.personId }, at);
    await changeAndRestate(sql, row, { exemptReason: null, exemptById: null, exemptAt: null }, at);
    record(personId, { assignmentId }, path);
    return { kind: 'ended' as const };
  });
}
