import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Actor } from '../core/role.ts';
import { findAccount } from '../data/accounts.server.ts';

/** What the page that changes a password has to know; the login is for the browser's password store. */
export async function passwordPage(actor: Actor): Promise<{ login: string; isFirst: boolean }> {
  const account = await findAccount(database().read, actor.personId);
  if (!account) throw new AppError('not-found');
  return { login: account.login, isFirst: account.mustChange };
}
