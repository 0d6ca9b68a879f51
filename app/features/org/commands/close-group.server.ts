import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findGroup, updateGroup } from '../data/groups.server.ts';

/**
 * Takes a group off the lists to choose from. Who is in it stays, and what rests on it already goes on: nobody's exam
 * changes because a list was tidied up.
 */
export async function closeGroup(actor: Actor, groupId: string): Promise<void> {
  const scope = requireScope(actor, 'group.manage');
  await transact(actor, 'org.group-changed', async ({ tx, at, record, unchanged }) => {
    const group = await findGroup(tx, scope, groupId);
    if (!group) throw new AppError('not-found');
    if (group.closedAt) return unchanged();
    await updateGroup(tx, groupId, { closedAt: at });
    record(groupId, { closed: true }, group.unitPath);
  });
}
