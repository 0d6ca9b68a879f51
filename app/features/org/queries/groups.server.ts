import { type Act, may, requireScope, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { unitLabels } from '#app/features/access/queries/unit-labels.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { depthOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import {
  findGroup,
  type GroupMember,
  type GroupRow,
  listGroupMembers,
  listGroups,
  membersOf,
} from '../data/groups.server.ts';
import { type FoundPerson, searchPeople } from '../data/people-search.server.ts';
import { listUnits } from '../data/units.server.ts';

export type { FoundPerson, GroupRow };

/** A member of a group, with the unit as the group's unit tells its sub-units apart: 'c1/d2'. */
export type ListedMember = Omit<GroupMember, 'unitPath'> & { unitLabel: string };

/** A unit to choose from a list, with how deep it stands in it. */
export interface UnitChoice {
  id: string;
  name: string;
  depth: number;
}

const MOST_FOUND = 20;

/** The groups that the actor manages, open ones first, and the units that a new one may belong to. */
export async function groupsPage(actor: Actor): Promise<{ groups: GroupRow[]; units: UnitChoice[] }> {
  const scope = requireScope(actor, 'group.manage');
  const groups = await listGroups(database().read, scope, { withClosed: true });
  return {
    groups: [...groups.filter(({ closedAt }) => !closedAt), ...groups.filter(({ closedAt }) => closedAt)],
    units: await unitChoices(actor, 'group.manage'),
  };
}

/** One group with its people, and whom a search finds who could be added. */
export async function groupPage(
  actor: Actor,
  groupId: string,
  search = '',
): Promise<{ group: GroupRow; members: ListedMember[]; found: FoundPerson[] }> {
  const scope = requireScope(actor, 'group.manage');
  const { read, sql } = database();
  const group = await findGroup(read, scope, groupId);
  if (!group) throw new AppError('not-found');
  const people = await listGroupMembers(read, groupId);
  const labelOf = await unitLabels(
    group.unitPath,
    people.map(({ unitPath }) => unitPath),
  );
  const members = people.map(({ unitPath, ...person }) => ({ ...person, unitLabel: labelOf(unitPath) }));
  const inside = new Set(members.map(({ personId }) => personId));
  const found = await searchPeople(sql, scope, search, MOST_FOUND + inside.size);
  return { group, members, found: found.filter(({ id }) => !inside.has(id)).slice(0, MOST_FOUND) };
}

/** Open groups of units within the actor's reach for this act. */
export const groupChoices = (actor: Actor, act: Act): Promise<GroupRow[]> =>
  listGroups(database().read, scopeOf(actor, act));

/** The ids of the people of a group within the actor's reach for this act. Throws not-found for another. */
export async function peopleOfGroup(actor: Actor, act: Act, groupId: string): Promise<string[]> {
  const { read } = database();
  const group = await findGroup(read, scopeOf(actor, act), groupId);
  if (!group || !may(actor, act, group.unitPath)) throw new AppError('not-found');
  return membersOf(read, groupId);
}

/** Present people within the actor's reach for this act whose name or number fits, tone marks aside. */
export const peopleFound = (actor: Actor, act: Act, text: string, limit = MOST_FOUND): Promise<FoundPerson[]> =>
  searchPeople(database().sql, scopeOf(actor, act), text, limit);

/** Open units within the actor's reach for this act, each after the unit that it belongs to. */
export async function unitChoices(actor: Actor, act: Act): Promise<UnitChoice[]> {
  const units = await listUnits(database().read, scopeOf(actor, act));
  const byParent = new Map<string | null, typeof units>();
  const ids = new Set(units.map(({ id }) => id));
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit]);
  }
  const top = Math.min(...units.map(({ path }) => depthOf(path)));
  const below = (parent: string | null): UnitChoice[] =>
    (byParent.get(parent) ?? []).flatMap(({ id, name, path }) => [
      { id, name, depth: depthOf(path) - top },
      ...below(id),
    ]);
  return below(null);
}
