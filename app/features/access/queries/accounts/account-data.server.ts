import { instantText, type PersonDataPart } from '#app/kernel/person-data.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Actor } from '../../core/role.ts';
import { listSessions } from '../../data/sessions.server.ts';
import { personAccount } from './person-account.server.ts';

/** What access stores about a person: login (never a password), devices that are signed in, roles. */
export async function accountData(actor: Actor, personId: string): Promise<PersonDataPart[]> {
  const { account, roles } = await personAccount(actor, personId);
  const { login, createdAt, passwordChangedAt, disabledAt } = account;
  const sessions = await listSessions(database().read, personId, now());
  return [
    {
      part: 'account',
      rows:
        login === null
          ? []
          : [
              {
                ...{ login, createdAt: instantText(createdAt), passwordChangedAt: instantText(passwordChangedAt) },
                disabledAt: instantText(disabledAt),
              },
            ],
    },
    {
      part: 'sessions',
      rows: sessions.map(({ createdAt: from, lastSeenAt, address, userAgent }) => ({
        ...{ createdAt: instantText(from), lastSeenAt: instantText(lastSeenAt), address, userAgent },
      })),
    },
    {
      part: 'roles',
      rows: roles.map(({ role, unitName, fromAt, untilAt }) => ({
        ...{ role, unit: unitName, fromAt: instantText(fromAt), untilAt: instantText(untilAt) },
      })),
    },
  ];
}
