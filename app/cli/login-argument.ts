import { normalLogin } from '#app/features/access/core/login.ts';
import { findAccountByLogin } from '#app/features/access/data/accounts.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { CliProblem } from './command.ts';

/** The account that a typed login name means. Throws when there is none. */
export async function loginArgument(typed: string): Promise<{ login: string; personId: string }> {
  const login = normalLogin(typed);
  const account = await findAccountByLogin(database().sql, login);
  if (!account) throw new CliProblem('no-login', login);
  return { login, personId: account.personId };
}
