import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { replacePassword } from '../data/accounts.server.ts';
import { deleteSessions } from '../data/sessions.server.ts';

/** Gives an account a first password again and ends all its sessions. From the command line only. */
export async function resetPassword(doer: Doer, { personId, password }: { personId: string; password: string }) {
  const passwordHash = await hashPassword(password);
  await transact(doer, 'access.password-reset', async ({ tx, at, record }) => {
    await replacePassword(tx, personId, { passwordHash, mustChange: true, passwordChangedAt: at });
    record(personId, { endedSessions: await deleteSessions(tx, personId, { allBut: null }) });
  });
}
