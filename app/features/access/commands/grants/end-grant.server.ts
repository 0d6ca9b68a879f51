import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { grantState } from '../../core/grants/grant-state.ts';
import { may, requireScope } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import {
  endGrants,
  findGrant,
  findHolder,
  hasOtherAdministrator,
  holdGrants,
  listStandIns,
} from '../../data/grants/role-grants.server.ts';

export type EndGrantResult =
  | { kind: 'ended' | 'unchanged' }
  | { kind: 'invalid'; problem: 'reason-missing' | 'reason-too-long' }
  | { kind: 'refused'; reason: 'last-administrator' };

export const LONGEST_REASON = 500;

/**
 * Ends a grant before its time, and with it whatever stands in for it. An administrator ends what lies in the own scope;
 * a leader ends what stands in for the own role. The last administrator who reaches a unit for good stays: somebody must
 * be able to grant. Throws not-found outside of the actor's reach.
 */
export async function endGrant(actor: Actor, grantId: string, typedReason: string): Promise<EndGrantResult> {
  const scope = requireScope(actor, 'role.delegate');
  const reason = nfc(typedReason).trim();
  if (reason === '') return { kind: 'invalid', problem: 'reason-missing' };
  if (reason.length > LONGEST_REASON) return { kind: 'invalid', problem: 'reason-too-long' };
  return transact<EndGrantResult>(actor, 'access.role-ended', async ({ tx, sql, at, record, unchanged }) => {
    await holdGrants(sql, [grantId]);
    const grant = await findGrant(sql, scope, grantId);
    if (!grant) throw new AppError('not-found');
    const isOwnStandIn = grant.standsForId !== null && (await findHolder(sql, grant.standsForId)) === actor.personId;
    if (!isOwnStandIn && !may(actor, 'role.grant', grant.unitPath))
      throw new AppError('forbidden', { reason: 'role.grant' });
    if (['over', 'ended'].includes(grantState(grant, at))) {
      unchanged();
      return { kind: 'unchanged' };
    }
    if (grant.role === 'administrator' && !(await hasOtherAdministrator(sql, grant, at))) {
      unchanged();
      return { kind: 'refused', reason: 'last-administrator' };
    }
    const standIns = await listStandIns(sql, grantId, at);
    const ids = [grantId, ...standIns.map(({ id }) => id)];
    await endGrants(tx, ids, { endedAt: at, endedById: actor.personId });
    const { role, unitId } = grant;
    record(grant.personId, { grantId, role, unitId, reason, standIns: ids.slice(1) }, grant.unitPath);
    return { kind: 'ended' };
  });
}
