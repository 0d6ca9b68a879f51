import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { deleteGroupMember, findGroup } from '../data/groups.server.ts';

/** Takes one person out of a group within the actor's reach; a second press finds it done. */
export async function removeGroupMember(actor: Actor, groupId: string, personId: string): Promise<void> {
  const scope = requireScope(actor, 'group.manage');
  await transact(actor, 'org.group-changed', async ({ tx, record, emit, unchanged }) => {
    const group = await findGroup(tx, scope, groupId);
    if (!group) throw new AppError('not-found');
    if (!(await deleteGroupMember(tx, groupId, personId))) return unchanged();
    record(groupId, { removed: personId }, group.unitPath);
    emit({ type: 'group-changed', groupId, personIds: [personId] });
  });
}
