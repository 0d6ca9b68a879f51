import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Membership, PersonnelClass } from '../core/person.ts';

export interface PersonRow {
  id: string;
  number: string;
  fullName: string;
  sortKey: string;
  searchKey: string;
  rank: string | null;
  position: string | null;
  personnelClass: PersonnelClass;
  membership: Membership;
  unitId: string;
  bornOn: string | null;
}

/** A person whose unit lies within the scope, or null. */
export async function findPerson(db: Db, scope: readonly UnitPath[], id: string) {
  const found = await db.person.findFirst({
    where: { id, leftAt: null, unit: unitWithin(scope) },
    include: { unit: { select: { id: true, name: true, path: true } } },
  });
  return found as (PersonRow & { unit: { id: string; name: string; path: string } }) | null;
}

/** The person of a service number anywhere in the tree, also one who left; null when the number is free. For the command line. */
export async function findPersonByNumber(
  db: Db,
  number: string,
): Promise<{ id: string; fullName: string; unitId: string } | null> {
  return db.person.findUnique({ where: { number }, select: { id: true, fullName: true, unitId: true } });
}

export async function insertPerson(db: Db, person: PersonRow & { createdAt: Date }): Promise<void> {
  await db.person.create({ data: person });
}

/** What a person belonged as, from an instant on. */
export interface MembershipRow {
  id: string;
  personId: string;
  unitId: string;
  rank: string | null;
  position: string | null;
  personnelClass: string;
  membership: string;
  fromAt: Date;
  effectiveOn?: string | null;
  note?: string;
}

/** Opens a membership interval: the open one says the same as the person's row, which the same command writes. */
export async function insertMembership(db: Db, membership: MembershipRow): Promise<void> {
  await db.unitMembership.create({ data: membership });
}
