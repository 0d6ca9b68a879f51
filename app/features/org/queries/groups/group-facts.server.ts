import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { unitLabels } from '#app/features/access/queries/unit-labels.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { GroupRequirements, MemberFacts } from '../../core/groups/requirements.ts';
import { findGroupTerms, listMemberFacts, listUnitsOfKind } from '../../data/groups/group-facts.server.ts';
import { findGroup, type GroupRow } from '../../data/groups.server.ts';
import { readGroupRequirements } from '../../schema.groups.ts';

/** A group with everything that judging it wants, certificates aside. */
export interface GroupFacts {
  group: GroupRow;
  purpose: string;
  required: GroupRequirements;
  members: MemberFacts[];
  /** The units of which each must have its own, where that is required. */
  units: { id: string; name: string; label: string; path: UnitPath }[];
}

/** Labels tell the unit first and those above it after: read from the end they stand as in the tree, 9 before 10. */
function byTree(a: string, b: string): number {
  const [from, to] = [a, b].map((label) => label.split('/').reverse().join('/'));
  return from!.localeCompare(to!, 'vi', { numeric: true });
}

/** For whoever manages the group; throws not-found for another. */
export async function groupFacts(actor: Actor, groupId: string): Promise<GroupFacts> {
  const scope = requireScope(actor, 'group.manage');
  const { read, sql } = database();
  const group = await findGroup(read, scope, groupId);
  if (!group) throw new AppError('not-found');
  const { purpose, requirements } = await findGroupTerms(sql, groupId);
  const required = readGroupRequirements(requirements);
  const { perUnit } = required;
  const [people, parts] = await Promise.all([
    listMemberFacts(sql, groupId),
    perUnit ? listUnitsOfKind(sql, group.unitPath, perUnit.kind) : [],
  ]);
  const labelOf = await unitLabels(group.unitPath, [
    ...people.map(({ unitPath }) => unitPath),
    ...parts.map(({ path }) => path),
  ]);
  const members = people.map((person) => ({ ...person, unitLabel: labelOf(person.unitPath) }));
  const units = parts.map((part) => ({ ...part, label: labelOf(part.path) }));
  return { group, purpose, required, members, units: units.sort((a, b) => byTree(a.label, b.label)) };
}
