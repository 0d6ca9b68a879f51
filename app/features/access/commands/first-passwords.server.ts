import { transactTogether } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { firstPassword } from '#app/platform/first-password.server.ts';
import { issueAt } from '../core/accounts/first-issue.ts';
import { freeLogin, type LoginRule, loginBase } from '../core/login-name.ts';
import { requireScope } from '../core/may.ts';
import type { Actor } from '../core/role.ts';
import {
  findUnitPath,
  insertFirstAccounts,
  listIdsWithoutAccount,
  listTakenLogins,
  listWaitingAccounts,
  listWithoutAccount,
  reissue,
} from '../data/first-accounts.server.ts';
import { unitLabelsFromTop } from '../queries/unit-labels.server.ts';

/** Few enough that the saves of an exam wait for it no longer than for each other. */
const BATCH = 500;

/**
 * Opens an account with a first password for everybody of a list, or of a unit's subtree, who serves within the actor's
 * reach and has none. Nothing is hashed or stored of the passwords. Asked again, it goes on with who is left.
 */
export async function openAccounts(
  actor: Actor,
  whom: { readonly unitId: string } | { readonly personIds: readonly string[] },
  rule: LoginRule,
): Promise<{ made: number }> {
  const scope = requireScope(actor, 'person.manage');
  const personIds = 'personIds' in whom ? whom.personIds : await idsOfUnit(scope, whom.unitId);
  let made = 0;
  for (let from = 0; from < personIds.length; from += BATCH) {
    const part = personIds.slice(from, from + BATCH);
    made += await transactTogether(actor, 'access.first-passwords-issued', async ({ sql, at, record, unchanged }) => {
      const people = await listWithoutAccount(sql, scope, part, at);
      const bases = people.map((person) => loginBase(person, rule));
      const taken = await listTakenLogins(sql, bases);
      const hints = new Map<string, number>();
      const accounts = people.map(({ id }, index) => {
        const login = freeLogin(bases[index]!, taken, hints);
        taken.add(login);
        return { personId: id, login };
      });
      await insertFirstAccounts(sql, accounts, issueAt(at), at);
      if (accounts.length === 0) unchanged();
      else record('unitId' in whom ? whom.unitId : accounts[0]!.personId, { opened: accounts.length });
      return accounts.length;
    });
    // Between two batches everything else has its turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { made };
}

async function idsOfUnit(scope: readonly string[], unitId: string): Promise<string[]> {
  const { sql } = database();
  const unit = await findUnitPath(sql, scope, unitId);
  if (!unit) throw new AppError('not-found');
  return listIdsWithoutAccount(sql, unit.path);
}

/** A new first password for people of the actor's reach: the old slip, the old password and all sessions end. */
export async function reissueFirstPasswords(actor: Actor, personIds: readonly string[]): Promise<{ reissued: number }> {
  const scope = requireScope(actor, 'person.manage');
  return transactTogether(actor, 'access.first-passwords-issued', async ({ sql, at, record, unchanged }) => {
    const ids = await reissue(sql, scope, personIds, issueAt(at), at);
    if (ids.length === 0) unchanged();
    else record(ids[0]!, { reissued: ids.length });
    return { reissued: ids.length };
  });
}

/** A slip to be cut out and handed over. */
export interface Slip {
  personId: string;
  fullName: string;
  rank: string | null;
  number: string;
  login: string;
  password: string;
}

export interface SlipsOfUnit {
  id: string;
  name: string;
  /** Up to the top, since slips of many companies lie on one table: 'c1/d2/e101'. */
  label: string;
  slips: Slip[];
}

export type PrintedSlips =
  | { kind: 'printed'; unitName: string; units: SlipsOfUnit[] }
  | { kind: 'too-many'; most: number };

/** More than this on one page and neither browser nor printer is glad of it. */
export const MOST_SLIPS = 2000;

/**
 * The slips of a unit's subtree, or of one person of it: of everybody whose first password still holds. Shown only after it
 * has been written down who asked for them.
 */
export async function printSlips(
  actor: Actor,
  unitId: string,
  { onlyPersonId }: { onlyPersonId?: string } = {},
): Promise<PrintedSlips> {
  const scope = requireScope(actor, 'person.manage');
  return transactTogether(
    actor,
    'access.first-passwords-issued',
    async ({ sql, at, record, unchanged }): Promise<PrintedSlips> => {
      const unit = await findUnitPath(sql, scope, unitId);
      if (!unit) throw new AppError('not-found');
      const accounts = await listWaitingAccounts(sql, scope, unit.path, { limit: MOST_SLIPS + 1, onlyPersonId, at });
      if (accounts.length === 0 || accounts.length > MOST_SLIPS) unchanged();
      else record(unitId, { printed: accounts.length }, unit.path);
      if (accounts.length > MOST_SLIPS) return { kind: 'too-many', most: MOST_SLIPS };
      const labelOf = await unitLabelsFromTop(sql, [...new Set(accounts.map(({ unitPath }) => unitPath))]);
      const units: SlipsOfUnit[] = [];
      for (const { personId, fullName, rank, number, login, firstIssue, ...of } of accounts) {
        if (units.at(-1)?.id !== of.unitId)
          units.push({ id: of.unitId, name: of.unitName, label: labelOf(of.unitPath), slips: [] });
        const password = firstPassword(personId, Number(firstIssue));
        units.at(-1)!.slips.push({ personId, fullName, rank, number, login, password });
      }
      return { kind: 'printed', unitName: unit.name, units };
    },
  );
}
