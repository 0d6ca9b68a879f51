import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { foldForSearch, nameSortKey, nfc } from '#app/kernel/vietnamese-text.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Membership, PersonnelClass } from '../core/person.ts';
import { insertMembership, insertPerson, type MembershipRow, type PersonRow } from '../data/people.server.ts';
import { changeStrength } from '../data/strength.server.ts';
import { listUnitsById } from '../data/units.server.ts';

export interface NewPerson {
  id?: string;
  number: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  personnelClass: PersonnelClass;
  membership: Membership;
  unitId: string;
  /** A day there, 1998-04-30. */
  bornOn?: string | null;
}

/** The stored row of a person: name in NFC with its sort and search keys. */
export function personRow(person: NewPerson): PersonRow {
  const fullName = nfc(person.fullName).trim().replace(/\s+/g, ' ');
  return {
    ...person,
    id: person.id ?? newId(),
    bornOn: person.bornOn ?? null,
    fullName,
    sortKey: nameSortKey(fullName),
    searchKey: `${foldForSearch(fullName)} ${person.number.toLowerCase()}`,
  };
}

/** The interval of a person as the row now says, from an instant on. */
export function membershipOf(row: PersonRow, fromAt: Date): MembershipRow {
  const { id: personId, unitId, rank, position, personnelClass, membership } = row;
  return { id: newId(), personId, unitId, rank, position, personnelClass, membership, fromAt };
}

/** Adds a person to a unit: row, open membership, the unit's strength; assignments of the unit reach the person by event. */
export async function createPerson(doer: Doer, person: NewPerson): Promise<PersonRow> {
  return transact(doer, 'org.person-created', async ({ tx, sql, at, record, emit }) => {
    const unit = (await listUnitsById(tx, [person.unitId]))[0];
    if (!unit) throw new AppError('not-found');
    const row = personRow(person);
    await insertPerson(tx, { ...row, createdAt: at });
    await insertMembership(tx, membershipOf(row, at));
    await changeStrength(sql, [{ unitId: row.unitId, by: 1 }], at);
    record(row.id, { number: row.number }, unit.path);
    emit({ type: 'person-joined', personId: row.id, unitId: row.unitId });
    return row;
  });
}
