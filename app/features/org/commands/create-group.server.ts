import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type GroupProblem, groupNameOf } from '../core/group.ts';
import { insertGroup } from '../data/groups.server.ts';
import { findUnit } from '../data/units.server.ts';

export type CreateGroupResult = { kind: 'created'; groupId: string } | { kind: 'invalid'; problem: GroupProblem };

/** Begins an empty group of a unit within the actor's reach. Throws not-found for a unit outside of it. */
export async function createGroup(actor: Actor, input: { name: string; unitId: string }): Promise<CreateGroupResult> {
  const scope = requireScope(actor, 'group.manage');
  const named = groupNameOf(input.name);
  if ('problem' in named) return { kind: 'invalid', problem: named.problem };
  return transact(actor, 'org.group-created', async ({ tx, sql, at, record }) => {
    const unit = await findUnit(sql, scope, input.unitId);
    if (!unit) throw new AppError('not-found');
    const id = newId();
    await insertGroup(tx, { id, unitId: unit.id, name: named.name, createdAt: at });
    record(id, { name: named.name }, unit.path);
    return { kind: 'created', groupId: id };
  });
}
