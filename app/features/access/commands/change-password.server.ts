import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { commonPasswords } from '#app/platform/common-passwords.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isFirstPassword } from '#app/platform/first-password.server.ts';
import { newToken } from '#app/platform/ids.server.ts';
import { givePointsBack, takePoint } from '#app/platform/limits.server.ts';
import { hashPassword, isPassword } from '#app/platform/password.server.ts';
import { type PasswordProblem, passwordProblem } from '../core/password-rule.ts';
import type { Actor } from '../core/role.ts';
import { longestSeconds, sessionExpiry } from '../core/session-life.ts';
import { currentPasswordLimit } from '../core/sign-in-limits.ts';
import { findAccount, isPasswordCurrent, replacePassword } from '../data/accounts.server.ts';
import { deleteSessions, insertSession, sessionIdOf } from '../data/sessions.server.ts';

export interface PasswordChange {
  /** Not asked of who still has the first password: it was typed a moment ago. */
  current: string;
  next: string;
  address: string;
  userAgent: string;
}

type CurrentProblem = 'current-missing' | 'current-wrong';

export type PasswordChangeOutcome =
  | { kind: 'changed'; token: string; maxAgeSeconds: number }
  | { kind: 'refused'; problems: { current?: CurrentProblem[]; next?: (PasswordProblem | 'same')[] } }
  | { kind: 'too-many'; retryAfterSeconds: number };

/**
 * Changes the actor's password. Every session ends and this browser gets a new one, so that a stolen token is worth
 * nothing afterwards. Guesses at the current password are limited like guesses at the sign-in page.
 */
export async function changePassword(actor: Actor, change: PasswordChange): Promise<PasswordChangeOutcome> {
  const { current, next, address } = change;
  const { personId } = actor;
  const account = await findAccount(database().read, personId);
  if (!account) throw new AppError('not-found');
  const { login, passwordHash, firstIssue, mustChange, person } = account;

  let currentProblem: CurrentProblem | null = null;
  if (!mustChange && current === '') currentProblem = 'current-missing';
  else if (!mustChange) {
    const retryAfterSeconds = await takePoint(currentPasswordLimit, personId);
    if (retryAfterSeconds > 0) return { kind: 'too-many', retryAfterSeconds };
    if (await isPassword(passwordHash, current)) await givePointsBack(currentPasswordLimit, personId);
    else currentProblem = 'current-wrong';
  }
  const nextProblem = await problemOf(next, { login, number: person.number, passwordHash, personId, firstIssue });
  if (currentProblem || nextProblem) return refused(currentProblem, nextProblem);

  const nextHash = await hashPassword(next);
  const token = newToken();
  return transact(actor, 'access.password-changed', async ({ tx, sql, at, record, unchanged }) => {
    if (!(await isPasswordCurrent(sql, personId, { passwordHash, firstIssue }))) {
      unchanged();
      return refused('current-wrong', null);
    }
    await replacePassword(tx, personId, { passwordHash: nextHash, mustChange: false, passwordChangedAt: at });
    const endedSessions = await deleteSessions(tx, personId, { allBut: null });
    const session = { id: sessionIdOf(token), personId, createdAt: at, expiresAt: sessionExpiry(at, at), address };
    await insertSession(tx, { ...session, userAgent: change.userAgent.slice(0, 300) });
    record(personId, { address, isFirst: mustChange, endedSessions });
    return { kind: 'changed', token, maxAgeSeconds: longestSeconds };
  });
}

async function problemOf(
  next: string,
  account: { login: string; number: string; passwordHash: string; personId: string; firstIssue: number | null },
) {
  const common = await commonPasswords();
  const problem = passwordProblem(next, { ...account, isCommon: (lowerCase) => common.has(lowerCase) });
  if (problem) return problem;
  if (isFirstPassword(account.personId, account.firstIssue, next)) return 'same';
  return (await isPassword(account.passwordHash, next)) ? 'same' : null;
}

function refused(current: CurrentProblem | null, next: PasswordProblem | 'same' | null): PasswordChangeOutcome {
  return { kind: 'refused', problems: { ...(current && { current: [current] }), ...(next && { next: [next] }) } };
}
