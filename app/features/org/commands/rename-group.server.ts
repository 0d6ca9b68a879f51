import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { type GroupProblem, groupNameOf } from '../core/group.ts';
import { findGroup, updateGroup } from '../data/groups.server.ts';

export type RenameGroupResult = { kind: 'renamed' | 'unchanged' } | { kind: 'invalid'; problem: GroupProblem };

export async function renameGroup(actor: Actor, groupId: string, typed: string): Promise<RenameGroupResult> {
  const scope = requireScope(actor, 'group.manage');
  const named = groupNameOf(typed);
  if ('problem' in named) return { kind: 'invalid', problem: named.problem };
  return transact(actor, 'org.group-changed', async ({ tx, record, unchanged }) => {
    const group = await findGroup(tx, scope, groupId);
    if (!group) throw new AppError('not-found');
    if (group.name === named.name) {
      unchanged();
      return { kind: 'unchanged' };
    }
    await updateGroup(tx, groupId, { name: named.name });
    record(groupId, { before: group.name, name: named.name }, group.unitPath);
    return { kind: 'renamed' };
  });
}
