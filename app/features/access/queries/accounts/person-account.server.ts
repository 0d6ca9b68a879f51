import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { freeLogin, loginBase } from '../../core/login-name.ts';
import { requireScope } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import {
  findPersonAccount,
  listRolesOf,
  type PersonAccount,
  type RoleOf,
} from '../../data/accounts/accounts-of-people.server.ts';
import { listTakenLogins } from '../../data/first-accounts.server.ts';

export interface PersonAccountPage {
  account: Omit<PersonAccount, 'unitPath'>;
  /** A free login name, where there is no account. */
  suggestion: string;
  roles: (RoleOf & { isInForce: boolean })[];
}

/** A person's account and roles, for who manages people. Throws forbidden without the role, not-found outside of the reach. */
export async function personAccount(actor: Actor, personId: string): Promise<PersonAccountPage> {
  const scope = requireScope(actor, 'person.manage');
  const { sql } = database();
  const found = await findPersonAccount(sql, scope, personId);
  if (!found) throw new AppError('not-found');
  const { unitPath: _, ...account } = found;
  const at = now();
  const base = loginBase(account, 'name');
  const roles = await listRolesOf(sql, personId);
  return {
    account,
    suggestion: account.login === null ? freeLogin(base, await listTakenLogins(sql, [base])) : '',
    roles: roles.map((role) => ({ ...role, isInForce: role.fromAt <= at && (!role.untilAt || role.untilAt > at) })),
  };
}
