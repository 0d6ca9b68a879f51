import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { grantState, type TermProblem, termOf } from '../../core/grants/grant-state.ts';
import { requireScope } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import {
  findGrant,
  findOriginalEnd,
  hasOtherAdministrator,
  holdGrants,
  updateGrantEnd,
} from '../../data/grants/role-grants.server.ts';

export type RenewGrantResult =
  | { kind: 'renewed' | 'unchanged' }
  | { kind: 'invalid'; field: 'untilDay'; problem: TermProblem }
  | { kind: 'refused'; reason: 'oneself' | 'over' | 'last-administrator' };

/**
 * Gives a grant in force or to come another last day (empty: for good), longer or shorter. Only an administrator, and never
 * for oneself. What stands in for a grant never outlasts it. Throws not-found outside of the scope.
 */
export async function renewGrant(actor: Actor, grantId: string, untilDay: string): Promise<RenewGrantResult> {
  const scope = requireScope(actor, 'role.grant');
  return transact<RenewGrantResult>(actor, 'access.role-granted', async ({ tx, sql, at, record, unchanged }) => {
    const stays = (result: RenewGrantResult): RenewGrantResult => {
      unchanged();
      return result;
    };
    await holdGrants(sql, [grantId]);
    const grant = await findGrant(sql, scope, grantId);
    if (!grant) throw new AppError('not-found');
    if (['over', 'ended'].includes(grantState(grant, at))) return stays({ kind: 'refused', reason: 'over' });
    if (grant.personId === actor.personId) return stays({ kind: 'refused', reason: 'oneself' });
    const latest = grant.standsForId ? await findOriginalEnd(sql, grant.standsForId) : null;
    const typed = { fromDay: dateOf(new Date(Math.max(grant.fromAt.getTime(), at.getTime()))), untilDay };
    const checked = termOf(typed, at, dateOf(at), { mustEnd: grant.standsForId !== null, latest });
    if (!checked.ok) return stays({ kind: 'invalid', field: 'untilDay', problem: checked.problem });
    const { untilAt } = checked.term;
    if (untilAt?.getTime() === grant.untilAt?.getTime()) return stays({ kind: 'unchanged' });
    if (untilAt && grant.role === 'administrator' && !(await hasOtherAdministrator(sql, grant, at)))
      return stays({ kind: 'refused', reason: 'last-administrator' });
    await updateGrantEnd(tx, grantId, untilAt);
    const { role, unitId } = grant;
    record(grant.personId, { grantId, role, unitId, before: grant.untilAt, untilAt, renewed: true }, grant.unitPath);
    return { kind: 'renewed' };
  });
}
