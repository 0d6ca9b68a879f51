import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { holdEnrolment } from '../data/enrolments.server.ts';
import { insertExemption } from '../data/exemptions.server.ts';
import { findPersonPath } from '../data/people.server.ts';
import { changeAndRestate } from '../data/restate.server.ts';

type Refused = { kind: 'refused'; reason: 'not-assigned' | 'already-completed' | 'self' };
export type Exemption = { kind: 'exempted' | 'unchanged' } | Refused;

/**
 * Exempts a person from an assignment, with the reason and who decided. The exempt are never late, never hidden: they
 * stay in the counts. Throws not-found for a person outside of the actor's scope, bad-input without a reason.
 */
export async function exemptPerson(
  actor: Actor,
  { personId, assignmentId, reason }: { personId: string; assignmentId: string; reason: string },
): Promise<Exemption> {
  const scope = requireScope(actor, 'progress.exempt');
  const words = nfc(reason).trim();
  if (words === '') throw new AppError('bad-input', { fields: { reason: ['reason-missing'] } });
  return transact(actor, 'progress.exempted', async ({ sql, at, record, unchanged }): Promise<Exemption> => {
    const path = await findPersonPath(sql, scope, personId);
    if (!path) throw new AppError('not-found');
    const row = await holdEnrolment(sql, personId, assignmentId);
    const refuse = (reason: Refused['reason']): Exemption => {
      unchanged();
      return { kind: 'refused', reason };
    };
    if (!row || row.releasedAt) return refuse('not-assigned');
    if (row.status === 'completed') return refuse('already-completed');
    // As with a later due date: about oneself somebody else decides.
    if (personId === actor.personId) return refuse('self');
    if (row.exemptReason === words) {
      unchanged();
      return { kind: 'unchanged' };
    }
    await insertExemption(sql, { assignmentId, personId, reason: words, byId: actor.personId }, at);
    await changeAndRestate(sql, row, { exemptReason: words, exemptById: actor.personId, exemptAt: at }, at);
    record(personId, { assignmentId }, path);
    return { kind: 'exempted' };
  });
}
