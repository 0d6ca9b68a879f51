import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { pastedNumbers } from '../core/group.ts';
import { findGroup, holdGroup, insertGroupMembers } from '../data/groups.server.ts';
import { listPeopleById, listPeopleByNumber } from '../data/people-search.server.ts';

/** Who is to be added: a pasted list of service numbers, or people chosen from a search. */
export type GroupAddition = { readonly numbers: string } | { readonly personIds: readonly string[] };

export interface AddedMembers {
  added: number;
  /** In the group before. */
  known: number;
  /** Numbers that nobody within the actor's reach bears, as they were typed. */
  unknown: string[];
}

/** Adds present people within the actor's reach; whoever is not found is named and keeps the others from nothing. */
export async function addGroupMembers(actor: Actor, groupId: string, addition: GroupAddition): Promise<AddedMembers> {
  const scope = requireScope(actor, 'group.manage');
  return transact(actor, 'org.group-changed', async ({ tx, sql, at, record, emit, unchanged }) => {
    await holdGroup(sql, groupId);
    const group = await findGroup(tx, scope, groupId);
    if (!group || group.closedAt) throw new AppError('not-found');
    const numbers = 'numbers' in addition ? pastedNumbers(addition.numbers) : [];
    const people =
      'numbers' in addition
        ? await listPeopleByNumber(sql, scope, numbers)
        : await listPeopleById(sql, scope, addition.personIds);
    const found = new Set(people.map(({ number }) => number));
    const added = await insertGroupMembers(
      tx,
      groupId,
      people.map(({ id }) => id),
      at,
    );
    if (added.length === 0) unchanged();
    else {
      record(groupId, { added: added.length }, group.unitPath);
      emit({ type: 'group-changed', groupId, personIds: added });
    }
    return {
      added: added.length,
      known: people.length - added.length,
      unknown: numbers.filter((number) => !found.has(number)),
    };
  });
}
