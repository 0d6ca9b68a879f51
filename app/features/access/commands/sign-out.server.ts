import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { deleteSession, sessionIdOf } from '../data/sessions.server.ts';

/** Ends the session of a token. A token that is unknown or over changes nothing. */
export async function signOut(token: string): Promise<void> {
  await transact(theSystem, 'access.signed-out', async ({ tx, record, unchanged }) => {
    const personId = await deleteSession(tx, sessionIdOf(token));
    if (personId) record(personId);
    else unchanged();
  });
}
