import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { requireScope } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import { deleteSessionsOf, findPersonAccount, setDisabled } from '../../data/accounts/accounts-of-people.server.ts';

export type ChangeAccountResult = { kind: 'changed' | 'unchanged' } | { kind: 'refused'; reason: 'self' | 'left' };

const ops = { disable: 'access.account-disabled', enable: 'access.account-enabled' } as const;

/** Shuts an account, which ends all its sessions, or opens it again for who serves. Nobody does it to oneself. */
export async function changeAccount(
  actor: Actor,
  personId: string,
  { change, reason }: { change: 'disable' | 'enable'; reason: string },
): Promise<ChangeAccountResult> {
  const scope = requireScope(actor, 'person.manage');
  return transact<ChangeAccountResult>(actor, ops[change], async ({ sql, at, record, unchanged }) => {
    const stays = (result: ChangeAccountResult): ChangeAccountResult => {
      unchanged();
      return result;
    };
    const account = await findPersonAccount(sql, scope, personId, { hold: true });
    if (!account || account.login === null) throw new AppError('not-found');
    if (personId === actor.personId) return stays({ kind: 'refused', reason: 'self' });
    if (change === 'enable' && account.hasLeft) return stays({ kind: 'refused', reason: 'left' });
    if ((account.disabledAt !== null) === (change === 'disable')) return stays({ kind: 'unchanged' });
    await setDisabled(sql, personId, change === 'disable' ? at : null);
    const ended = change === 'disable' ? await deleteSessionsOf(sql, personId) : 0;
    record(personId, { ended, ...(reason ? { reason } : {}) }, account.unitPath);
    return { kind: 'changed' };
  });
}
