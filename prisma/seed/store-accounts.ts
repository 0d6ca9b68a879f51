import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { ensureDataFolder } from '#app/platform/env.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import type { Part } from './cast.ts';
import { demoIds } from './demo-ids.ts';
import { insertRows } from './insert-rows.ts';
import type { DemoPerson } from './store-corps.ts';

/** Of every demonstration account. Printed by `npm start`: nothing secret hangs on it. */
export const demoPassword = 'Hoctap35-minhhoa';

/**
 * Gives everybody an account, the parts by their own login, all others by their number in small letters, and grants the
 * roles: those of the parts, and to the political officer of each unit the leader of that unit.
 */
export async function storeAccounts(
  seed: string,
  people: readonly DemoPerson[],
  parts: readonly Part[],
): Promise<void> {
  // One hash for all: argon2id with a salt of its own for each of 3,000 people would take a minute, and hide nothing,
  // because they all have the one password that is printed.
  const passwordHash = await hashPassword(demoPassword);
  const partOf = new Map(parts.map((part) => [part.person.id, part]));
  await transact(theSystem, 'demo.filled', async ({ sql, at, record }) => {
    const idAt = demoIds(seededRandom(`${seed}/accounts`));
    await insertRows(
      sql,
      'Account',
      people.map(({ id, number }) => {
        const part = partOf.get(id);
        const mustChange = part?.mustChange ?? false;
        const login = part?.login ?? number.toLowerCase();
        return {
          personId: id,
          login,
          passwordHash,
          mustChange,
          passwordChangedAt: mustChange ? null : at,
          createdAt: at,
        };
      }),
    );
    const leaders = people.filter(({ position }) => position === 'Chính trị viên' || position === 'Chính ủy');
    const grants = [
      ...leaders.filter(({ id }) => !partOf.has(id)).map(({ id, unit }) => ({ personId: id, role: 'leader', unit })),
      ...parts.flatMap(({ person, role, unit }) => (role ? [{ personId: person.id, role, unit }] : [])),
    ];
    await insertRows(
      sql,
      'RoleGrant',
      grants.map(({ personId, role, unit }) => ({ id: idAt(at), personId, role, unitId: unit.id, fromAt: at })),
    );
    record('accounts', { accounts: people.length, grants: grants.length });
  });
}

/** The part as the actor of commands. */
export function actorOf({ person, role, unit }: Part): Actor {
  const { id, fullName, rank } = person;
  const grants = role ? [{ role, unitPath: unit.path }] : [];
  const place = { unitId: person.unit.id, unitPath: person.unit.path };
  return { personId: id, fullName, rank, ...place, grants, mustChangePassword: false };
}

/** Leaves the accounts in the data folder for `npm start` to print; readable by the owner alone. */
export function writeAccountsFile(parts: readonly Part[]): string {
  const file = path.join(ensureDataFolder(), 'demo-accounts.json');
  const rows = parts.map(({ label, login }) => ({ role: label, login, password: demoPassword }));
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(file, 0o600);
  return file;
}
