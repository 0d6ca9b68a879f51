import { type Act, may, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Membership, PersonnelClass } from '../core/person.ts';
import { findPerson } from '../data/people.server.ts';
import { namesAbove, type UnitPlace } from './unit-place.server.ts';

export interface PersonPlace {
  id: string;
  number: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  personnelClass: PersonnelClass;
  membership: Membership;
  unit: { id: string; name: string; path: UnitPath };
  /** The units above the person's own that the actor may see. */
  above: UnitPlace['above'];
  /** Which of these acts the actor may do to this person. */
  may: Record<'progress.exempt', boolean>;
}

/** A present person within the actor's reach. Two queries. Throws like `unitPlace`. */
export async function personPlace(actor: Actor, personId: string, act: Act = 'unit.view'): Promise<PersonPlace> {
  const scope = scopeOf(actor, act);
  const person = await findPerson(database().read, scope, personId);
  if (!person) throw new AppError('not-found');
  const { id, number, fullName, rank, position, personnelClass, membership, unit } = person;
  return {
    ...{ id, number, fullName, rank, position, personnelClass, membership, unit },
    above: await namesAbove(scope, unit.path),
    may: { 'progress.exempt': may(actor, 'progress.exempt', unit.path) },
  };
}
