import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type Act, actsOf, scopeOf } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import {
  findPersonHere,
  findUnitHere,
  type PersonHere,
  reachOf,
  type UnitHere,
} from '../../data/grants/reach.server.ts';
import { listGrantsOf, listGrantsReaching, type RoleGrantRow } from '../../data/grants/role-grants.server.ts';
import { type ListedGrant, listed } from './roles-page.server.ts';

/** A grant with everything that it lets its holder do. */
export interface ExplainedGrant extends ListedGrant {
  acts: Act[];
}

export interface PersonAccess {
  person: PersonHere;
  /** What the person's own roles let the person do, and how far each reaches. */
  own: (ExplainedGrant & { reach: { units: number; people: number } })[];
  /** Whose roles reach this person, and what for. */
  others: ExplainedGrant[];
  isOneself: boolean;
}

const explained = (grant: RoleGrantRow, at: Date): ExplainedGrant => ({
  ...listed(grant, at),
  acts: actsOf({ role: grant.role, isStandIn: grant.standsForId !== null }),
});

/**
 * What a person may see and do, and who may see the person, each with the grant that it follows from. For oneself, and
 * for whoever may see the person; throws not-found for others.
 */
export async function personAccess(actor: Actor, personId: string): Promise<PersonAccess> {
  const { sql } = database();
  const at = now();
  const isOneself = personId === actor.personId;
  const person = await findPersonHere(sql, isOneself ? [actor.unitPath] : scopeOf(actor, 'unit.view'), personId);
  if (!person) throw new AppError('not-found');
  const [grants, reaching] = await Promise.all([
    listGrantsOf(sql, personId, at),
    listGrantsReaching(sql, person.unitPath, at),
  ]);
  const own = [];
  for (const grant of grants) own.push({ ...explained(grant, at), reach: await reachOf(sql, grant.unitPath) });
  return {
    person,
    own,
    others: reaching.filter((grant) => grant.personId !== personId).map((grant) => explained(grant, at)),
    isOneself,
  };
}

export interface UnitAccess {
  unit: UnitHere;
  /** Whose roles reach the unit's people: granted on it or on a unit above it. */
  grants: ExplainedGrant[];
}

/** Who may see a unit's people, and why: for leaders and administrators of it. Throws not-found for others. */
export async function unitAccess(actor: Actor, unitId: string): Promise<UnitAccess> {
  const { sql } = database();
  const at = now();
  const unit = await findUnitHere(sql, scopeOf(actor, 'unit.view'), unitId);
  if (!unit) throw new AppError('not-found');
  const grants = await listGrantsReaching(sql, unit.path, at);
  return { unit, grants: grants.map((grant) => explained(grant, at)) };
}
