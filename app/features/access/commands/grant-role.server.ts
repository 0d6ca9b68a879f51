import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Role } from '../core/role.ts';
import { insertRoleGrant } from '../data/grants/role-grants.server.ts';

/** Grants a role on a unit and its subtree from now, until an instant or for good. From the command line only so far. */
export async function grantRole(
  doer: Doer,
  grant: { personId: string; role: Role; unitId: string; untilAt?: Date | null },
): Promise<void> {
  await transact(doer, 'access.role-granted', async ({ tx, at, record }) => {
    const { personId, role, unitId, untilAt = null } = grant;
    await insertRoleGrant(tx, { id: newId(), personId, role, unitId, fromAt: at, untilAt, grantedById: doer.personId });
    record(personId, { role, unitId });
  });
}
