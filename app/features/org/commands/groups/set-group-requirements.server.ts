import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { GroupRequirements } from '../../core/groups/requirements.ts';
import { findGroupTerms, updateGroupTerms } from '../../data/groups/group-facts.server.ts';
import { findGroup, holdGroup } from '../../data/groups.server.ts';
import { printGroupRequirements } from '../../schema.groups.ts';

export const LONGEST_PURPOSE = 1000;
export type SetRequirementsResult = { kind: 'set' | 'unchanged' } | { kind: 'invalid'; problem: 'purpose-too-long' };

/** Says what a group is for and what it must have. Nobody is taken in or out by it. Throws not-found outside of the scope. */
export async function setGroupRequirements(
  actor: Actor,
  groupId: string,
  { purpose, required }: { purpose: string; required: GroupRequirements },
): Promise<SetRequirementsResult> {
  const scope = requireScope(actor, 'group.manage');
  if (purpose.length > LONGEST_PURPOSE) return { kind: 'invalid', problem: 'purpose-too-long' };
  return transact<SetRequirementsResult>(actor, 'org.group-changed', async ({ tx, sql, record, unchanged }) => {
    await holdGroup(sql, groupId);
    const group = await findGroup(tx, scope, groupId);
    if (!group || group.closedAt) throw new AppError('not-found');
    const before = await findGroupTerms(sql, groupId);
    const requirements = printGroupRequirements(required);
    if (before.purpose === purpose && before.requirements === requirements) {
      unchanged();
      return { kind: 'unchanged' };
    }
    await updateGroupTerms(tx, groupId, { purpose, requirements });
    record(groupId, { before: JSON.parse(before.requirements), required }, group.unitPath);
    return { kind: 'set' };
  });
}
