import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log.server.ts';
import type { Actor } from '../core/role.ts';
import { isTouchDue, sessionExpiry } from '../core/session-life.ts';
import { findSession, sessionIdOf, touchSession } from '../data/sessions.server.ts';

/** Hot path (one query): whom a session token signs in, or null. Notes the use at most every five minutes. */
export async function currentActor(token: string | null): Promise<Actor | null> {
  if (!token) return null;
  const at = now();
  const id = sessionIdOf(token);
  const session = await findSession(database().sql, id, at);
  if (!session) return null;
  if (isTouchDue(session.lastSeenAt, at)) {
    const expiresAt = sessionExpiry(session.createdAt, at);
    // The page does not wait for this note, nor fail with it.
    transactQuietly('access.session-touched', (sql) => touchSession(sql, id, at, expiresAt)).catch((error: unknown) =>
      log().warn({ err: error }, 'a session could not be touched'),
    );
  }
  return {
    personId: session.personId,
    fullName: session.fullName,
    rank: session.rank,
    unitId: session.unitId,
    unitPath: session.unitPath,
    grants: session.grants,
    mustChangePassword: session.mustChange,
  };
}
