import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Actor } from '../core/role.ts';
import { findActorRow } from '../data/actors.server.ts';

/** A person who serves, with the roles in force now, for work done later on what that person asked for; null for who left. */
export async function actorOf(personId: string): Promise<Actor | null> {
  return findActorRow(database().sql, personId, now());
}
