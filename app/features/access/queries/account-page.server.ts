import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type Device, deviceOf } from '../core/device.ts';
import type { Actor, Role } from '../core/role.ts';
import { findAccount } from '../data/accounts.server.ts';
import { listGrantsOf } from '../data/grants/role-grants.server.ts';
import { listSessions, sessionIdOf } from '../data/sessions.server.ts';
import { listNamesAlong } from '../data/unit-names.server.ts';

export interface AccountSession {
  id: string;
  device: Device;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
}

export interface AccountPage {
  personId: string;
  login: string;
  number: string;
  fullName: string;
  rank: string | null;
  /** From the person's own unit up. */
  unitNames: string[];
  roles: {
    grantId: string;
    role: Role;
    unitId: string;
    unitName: string;
    untilAt: Date | null;
    /** Whom this role stands in for. */
    standsForName: string | null;
  }[];
  passwordChangedAt: Date | null;
  /** This one first, then the last used. */
  sessions: AccountSession[];
}

/** What a person sees of the own account. */
export async function accountPage(actor: Actor, token: string | null): Promise<AccountPage> {
  const { read, sql } = database();
  const at = now();
  const [account, unitNames, grants, rows] = await Promise.all([
    findAccount(read, actor.personId),
    listNamesAlong(read, actor.unitPath),
    listGrantsOf(sql, actor.personId, at),
    listSessions(read, actor.personId, at),
  ]);
  if (!account) throw new AppError('not-found');
  const thisId = token ? sessionIdOf(token) : null;
  const sessions = rows.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
    ...{ id, address, createdAt, lastSeenAt },
    device: deviceOf(userAgent),
    isThis: id === thisId,
  }));
  return {
    personId: actor.personId,
    login: account.login,
    number: account.person.number,
    fullName: actor.fullName,
    rank: actor.rank,
    unitNames,
    roles: grants.map(({ id: grantId, role, unitId, unitName, untilAt, standsForName }) => ({
      ...{ grantId, role, unitId, unitName, untilAt, standsForName },
    })),
    passwordChangedAt: account.passwordChangedAt,
    sessions: sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis)),
  };
}
