import { may, mayAnywhere, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type Guest, listGuests } from '../../data/people/guests.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

export type { Guest };

/** What the actor may do with a unit as its administrator. */
export interface UnitPowers {
  structure: boolean;
  people: boolean;
}

/** The same, for the links of a leader's screens: no query for who administers nothing, one for others. */
export async function unitPowers(actor: Actor, unitId: string): Promise<UnitPowers> {
  if (!mayAnywhere(actor, 'unit.manage') && !mayAnywhere(actor, 'person.manage'))
    return { structure: false, people: false };
  const scope = [...new Set([...scopeOf(actor, 'unit.manage'), ...scopeOf(actor, 'person.manage')])];
  const unit = await findTreeUnit(database().sql, scope, unitId);
  return {
    structure: unit !== null && may(actor, 'unit.manage', unit.path),
    people: unit !== null && unit.closedAt === null && may(actor, 'person.manage', unit.path),
  };
}

/**
 * Who serves with a unit or below it for a while (biệt phái) at an instant, now by default, and belongs elsewhere: not on
 * its strength, not in its figures. Two queries; nothing for who may not see the unit.
 */
export async function unitGuests(actor: Actor, unitId: string, asOf: Date | null = null): Promise<Guest[]> {
  const { sql } = database();
  const unit = await findTreeUnit(sql, scopeOf(actor, 'unit.view'), unitId);
  return unit ? listGuests(sql, unit.path, asOf ?? now()) : [];
}
