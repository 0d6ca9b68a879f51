import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { normalLogin } from '../core/login.ts';
import { findAccount, findAccountByLogin, insertAccount } from '../data/accounts.server.ts';

/**
 * Gives a person a login name (stored in its normal form) and a first password. The hash is made before the transaction.
 * Throws conflict: `login-taken`, or `account-exists` when the person has one already.
 */
export async function createAccount(
  doer: Doer,
  account: { personId: string; login: string; password: string; mustChange: boolean },
): Promise<void> {
  const { personId, mustChange } = account;
  const passwordHash = await hashPassword(account.password);
  const login = normalLogin(account.login);
  await transact(doer, 'access.account-created', async ({ tx, sql, at, record }) => {
    if (await findAccountByLogin(sql, login)) throw new AppError('conflict', { reason: 'login-taken' });
    if (await findAccount(tx, personId)) throw new AppError('conflict', { reason: 'account-exists' });
    await insertAccount(tx, { personId, login, passwordHash, mustChange, createdAt: at });
    record(personId, { login });
  });
}
