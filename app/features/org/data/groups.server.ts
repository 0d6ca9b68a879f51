import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** People of any units under one name. It belongs to a unit: whoever manages groups there may change it. */
export interface GroupRow {
  id: string;
  name: string;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
  members: number;
  createdAt: Date;
  closedAt: Date | null;
}

export interface GroupMember {
  personId: string;
  number: string;
  fullName: string;
  rank: string | null;
  unitPath: UnitPath;
  addedAt: Date;
}

const shown = {
  ...{ id: true, name: true, unitId: true, createdAt: true, closedAt: true },
  unit: { select: { name: true, path: true } },
  _count: { select: { members: true } },
} as const;

type Found = Omit<GroupRow, 'unitName' | 'unitPath' | 'members'> & {
  unit: { name: string; path: string };
  _count: { members: number };
};

const rowOf = ({ unit, _count, ...row }: Found): GroupRow => ({
  ...row,
  unitName: unit.name,
  unitPath: unit.path,
  members: _count.members,
});

/** A group of a unit within the scope, or null. */
export async function findGroup(db: Db, scope: readonly UnitPath[], id: string): Promise<GroupRow | null> {
  const found = await db.personGroup.findFirst({ where: { id, unit: unitWithin(scope) }, select: shown });
  return found && rowOf(found);
}

/** The groups of units within the scope by name, those that were closed only when asked for. */
export async function listGroups(db: Db, scope: readonly UnitPath[], { withClosed = false } = {}): Promise<GroupRow[]> {
  const rows = await db.personGroup.findMany({
    where: { unit: unitWithin(scope), ...(withClosed ? {} : { closedAt: null }) },
    select: shown,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(rowOf);
}

/** The ids of those in a group who have not left, whatever their units: a group reaches where its people are. */
export async function membersOf(db: Db, groupId: string): Promise<string[]> {
  const rows = await db.personGroupMember.findMany({
    where: { groupId, person: { leftAt: null } },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  });
  return rows.map(({ personId }) => personId);
}

/** The people of a group that was already found in scope, by name. */
export async function listGroupMembers(db: Db, groupId: string): Promise<GroupMember[]> {
  const rows = await db.personGroupMember.findMany({
    where: { groupId, person: { leftAt: null } },
    select: {
      addedAt: true,
      person: { select: { id: true, number: true, fullName: true, rank: true, unit: { select: { path: true } } } },
    },
    orderBy: [{ person: { sortKey: 'asc' } }, { personId: 'asc' }],
  });
  return rows.map(({ addedAt, person: { id, unit, ...person } }) => ({
    ...person,
    personId: id,
    unitPath: unit.path,
    addedAt,
  }));
}

/** Keeps others who change the group waiting until the transaction ends. */
export async function holdGroup(sql: Sql, id: string): Promise<void> {
  await sql.get(`SELECT "id" FROM "PersonGroup" WHERE "id" = ?${sql.forUpdate}`, id);
}

export async function insertGroup(
  db: Db,
  group: { id: string; unitId: string; name: string; createdAt: Date },
): Promise<void> {
  await db.personGroup.create({ data: group });
}

export async function updateGroup(db: Db, id: string, change: { name: string } | { closedAt: Date }): Promise<void> {
  await db.personGroup.update({ where: { id }, data: change });
}

/** Adds people; answers the ids of those who were not in the group before. */
export async function insertGroupMembers(
  db: Db,
  groupId: string,
  personIds: readonly string[],
  addedAt: Date,
): Promise<string[]> {
  const known = new Set((await db.personGroupMember.findMany({ where: { groupId } })).map(({ personId }) => personId));
  const added = [...new Set(personIds)].filter((id) => !known.has(id));
  await db.personGroupMember.createMany({ data: added.map((personId) => ({ groupId, personId, addedAt })) });
  return added;
}

/** Takes one person out; answers whether the person was in it. */
export async function deleteGroupMember(db: Db, groupId: string, personId: string): Promise<boolean> {
  const { count } = await db.personGroupMember.deleteMany({ where: { groupId, personId } });
  return count > 0;
}
