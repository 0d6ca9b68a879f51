import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { issueAt } from '../../core/accounts/first-issue.ts';
import { type LoginProblem, loginOf } from '../../core/accounts/login-suggestion.ts';
import { requireScope } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import { findPersonAccount, isLoginTaken } from '../../data/accounts/accounts-of-people.server.ts';
import { insertFirstAccounts } from '../../data/first-accounts.server.ts';

export type OpenAccountResult =
  | { kind: 'opened' | 'unchanged' }
  | { kind: 'invalid'; problem: LoginProblem }
  | { kind: 'refused'; reason: 'left' };

/** Gives a person who serves an account whose first password is the one on the slip. A second press finds it made. */
export async function openAccount(actor: Actor, personId: string, typed: string): Promise<OpenAccountResult> {
  const scope = requireScope(actor, 'person.manage');
  const asked = loginOf(typed);
  if ('problem' in asked) return { kind: 'invalid', problem: asked.problem };
  return transact<OpenAccountResult>(actor, 'access.account-created', async ({ sql, at, record, unchanged }) => {
    const stays = (result: OpenAccountResult): OpenAccountResult => {
      unchanged();
      return result;
    };
    const account = await findPersonAccount(sql, scope, personId, { hold: true });
    if (!account) throw new AppError('not-found');
    if (account.login !== null) return stays({ kind: 'unchanged' });
    if (account.hasLeft) return stays({ kind: 'refused', reason: 'left' });
    if (await isLoginTaken(sql, asked.login)) return stays({ kind: 'invalid', problem: 'taken' });
    await insertFirstAccounts(sql, [{ personId, login: asked.login }], issueAt(at), at);
    record(personId, {}, account.unitPath);
    return { kind: 'opened' };
  });
}
