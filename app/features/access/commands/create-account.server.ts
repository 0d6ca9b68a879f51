import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { insertAccount } from '../data/accounts.server.ts';

/** Gives a person a login name (stored in lower case) and a first password. The hash is made before the transaction. */
export async function createAccount(
  doer: Doer,
  account: { personId: string; login: string; password: string; mustChange: boolean },
): Promise<void> {
  const passwordHash = await hashPassword(account.password);
  const login = account.login.trim().toLowerCase();
  await transact(doer, 'access.account-created', async ({ tx, at, record }) => {
    await insertAccount(tx, {
      personId: account.personId,
      login,
      passwordHash,
      mustChange: account.mustChange,
      createdAt: at,
    });
    record(account.personId, { login });
  });
}
