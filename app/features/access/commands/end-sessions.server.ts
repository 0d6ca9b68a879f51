import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Actor } from '../core/role.ts';
import { deleteSessions, sessionIdOf } from '../data/sessions.server.ts';

/** Ends sessions of the actor alone: one by its id, or all but the one of `token`. Answers how many were ended. */
export async function endSessions(actor: Actor, which: { id: string } | { allButToken: string }): Promise<number> {
  return transact(actor, 'access.session-ended', async ({ tx, record, unchanged }) => {
    const chosen = 'id' in which ? which : { allBut: sessionIdOf(which.allButToken) };
    const count = await deleteSessions(tx, actor.personId, chosen);
    if (count > 0) record(actor.personId, { count });
    else unchanged();
    return count;
  });
}
