import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isFirstPassword } from '#app/platform/first-password.server.ts';
import { newToken } from '#app/platform/ids.server.ts';
import { givePointBack, givePointsBack, takePoint } from '#app/platform/limits.server.ts';
import { decoyHash, isPassword } from '#app/platform/password.server.ts';
import { signatureOf } from '#app/platform/signature.server.ts';
import { normalLogin } from '../core/login.ts';
import { longestSeconds, sessionExpiry } from '../core/session-life.ts';
import { signInLimits } from '../core/sign-in-limits.ts';
import { findAccountByLogin, isPasswordCurrent, type SignInAccount } from '../data/accounts.server.ts';
import { deleteExpiredSessions, deleteSession, insertSession, sessionIdOf } from '../data/sessions.server.ts';

export interface Credentials {
  login: string;
  password: string;
  address: string;
  userAgent: string;
  /** The session token that this browser holds already: it ends, so that no token outlives a sign-in. */
  oldToken: string | null;
}

export type SignInOutcome =
  | { kind: 'signed-in'; personId: string; token: string; maxAgeSeconds: number; mustChangePassword: boolean }
  | { kind: 'refused' }
  | { kind: 'too-many'; retryAfterSeconds: number };

/**
 * Signs in by login name and password. An unknown login, a wrong password and a closed account get one answer after the
 * same work, so that nobody learns which accounts exist. Points are taken before the password is checked and given back
 * when it was right: tries that come at the same moment cannot get past the limits.
 */
export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  const { password, address } = credentials;
  const login = normalLogin(credentials.login);
  const retryAfterSeconds = await takePoints(login, address);
  if (retryAfterSeconds > 0) return { kind: 'too-many', retryAfterSeconds };

  const account = await findAccountByLogin(database().sql, login);
  // Both checks for everybody, so that their time tells nothing of the account.
  const isHashed = await isPassword(account?.passwordHash || (await decoyHash()), password);
  const isFirst = isFirstPassword(account?.personId ?? 'nobody', account?.firstIssue ?? null, password);
  const isRight = account?.passwordHash ? isHashed : isFirst;
  const session = account?.isOpen && isRight ? await openSession(account, credentials) : null;
  if (!account || !session) {
    await noteRefusal(account?.personId ?? null, login, address);
    return { kind: 'refused' };
  }
  await forgive(login, address);
  return { kind: 'signed-in', personId: account.personId, mustChangePassword: account.mustChange, ...session };
}

const limitsOf = (login: string, address: string) =>
  [
    { limit: signInLimits.accountFromAddress, key: `${login} ${address}` },
    { limit: signInLimits.account, key: login },
    { limit: signInLimits.address, key: address },
  ] as const;

/** One point of each limit; answers the seconds to wait where one is used up, and then takes nothing from the others. */
async function takePoints(login: string, address: string): Promise<number> {
  const wanted = limitsOf(login, address);
  for (const [index, { limit, key }] of wanted.entries()) {
    const retryAfterSeconds = await takePoint(limit, key);
    if (retryAfterSeconds === 0) continue;
    for (const taken of wanted.slice(0, index)) await givePointBack(taken.limit, taken.key);
    return retryAfterSeconds;
  }
  return 0;
}

/** The right password: this person's failures from here are forgotten, and no failure is counted against the others. */
async function forgive(login: string, address: string): Promise<void> {
  const [pair, account, from] = limitsOf(login, address);
  await givePointsBack(pair.limit, pair.key);
  await givePointBack(account.limit, account.key);
  await givePointBack(from.limit, from.key);
}

/** A new session, or null when the password was changed or the account closed while the old one was being checked. */
async function openSession(account: SignInAccount, { address, userAgent, oldToken }: Credentials) {
  const { personId } = account;
  const token = newToken();
  return transact({ personId }, 'access.signed-in', async ({ tx, sql, at, record, unchanged }) => {
    if (!(await isPasswordCurrent(sql, personId, account))) {
      unchanged();
      return null;
    }
    if (oldToken) await deleteSession(tx, sessionIdOf(oldToken));
    await deleteExpiredSessions(tx, personId, at);
    const id = sessionIdOf(token);
    const expiresAt = sessionExpiry(at, at);
    await insertSession(tx, { id, personId, createdAt: at, expiresAt, address, userAgent: userAgent.slice(0, 300) });
    record(personId, { address });
    return { token, maxAgeSeconds: longestSeconds };
  });
}

/**
 * What the log keeps of a name that no account has, since it may be a password typed into the wrong field: a mark by which
 * repeats are counted, too short to tell one text from the many others that share it.
 */
const unknownMark = (login: string) => signatureOf(`unknown login\n${login}`).toString('hex').slice(0, 4);

async function noteRefusal(personId: string | null, login: string, address: string): Promise<void> {
  await transact(theSystem, 'access.sign-in-refused', async ({ record }) => {
    if (personId) record(personId, { login, address });
    else record('unknown', { unknownMark: unknownMark(login), address });
  });
}
