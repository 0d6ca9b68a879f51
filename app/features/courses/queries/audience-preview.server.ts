import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AudienceFilter, type FilterPart, filterMisses, reasonsFor } from '../core/audience.ts';
import { listGroupsInScope, listUnitsInScope } from '../data/assignments.server.ts';
import { countAudience, listAudience, type ReachedPerson } from '../data/audience-size.server.ts';

/** Whom an audience names, as a form gives it. */
export interface NamedAudience {
  unitIds: readonly string[];
  groupIds: readonly string[];
  filter: AudienceFilter;
}

export interface AudiencePreview {
  /** Who would be in today, each counted once. */
  people: number;
  /** Reached by a unit or a group, and kept out by the filter. */
  leftOut: number;
  misses: Record<FilterPart, number>;
  /** Who is in through what. A unit within another named one is counted in both. */
  reasons: { kind: 'unit' | 'group'; id: string; name: string; people: number }[];
}

/** How many people an audience would have today, and through what. What lies outside the actor's reach counts for nothing. */
export async function audiencePreview(actor: Actor, named: NamedAudience): Promise<AudiencePreview> {
  const { units, groups, asked } = await reachOf(actor, named);
  const counts = await countAudience(database().sql, asked);
  const { people, leftOut, misses } = counts;
  return {
    ...{ people, leftOut, misses },
    reasons: [
      ...units.map(({ id, name }, at) => ({ kind: 'unit' as const, id, name, people: counts.byUnit[at] ?? 0 })),
      ...groups.map(({ id, name }, at) => ({ kind: 'group' as const, id, name, people: counts.byGroup[at] ?? 0 })),
    ],
  };
}

/** One person of a preview, and why: through which unit and groups, or what keeps the person out. */
export interface PreviewedPerson extends Omit<ReachedPerson, 'groupIds' | 'unitPath'> {
  reasons: { kind: 'unit' | 'group'; name: string }[];
  misses: FilterPart[];
}

export interface AudiencePeople extends AudiencePreview {
  list: PreviewedPerson[];
  isLeftOut: boolean;
  page: number;
  pages: number;
}

/** Rows of one page of the list. */
export const previewedPerPage = 50;

/** The same with the people: who would be in and why, or who is kept out and by what. */
export async function audiencePeople(
  actor: Actor,
  { isLeftOut, page, ...named }: NamedAudience & { isLeftOut: boolean; page: number },
): Promise<AudiencePeople> {
  const { units, groups, asked } = await reachOf(actor, named);
  const preview = await audiencePreview(actor, named);
  const total = isLeftOut ? preview.leftOut : preview.people;
  const pages = Math.max(1, Math.ceil(total / previewedPerPage));
  const current = Math.min(page, pages);
  const which = { isLeftOut, limit: previewedPerPage, offset: (current - 1) * previewedPerPage };
  const rows = await listAudience(database().sql, asked, which);
  const nameOf = new Map([...units.map(({ path, name }) => [path, name] as const)]);
  const groupOf = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    ...preview,
    list: rows.map(({ groupIds, unitPath, ...person }) => ({
      ...person,
      reasons: reasonsFor({ unitPath, groupIds }, asked).map((reason) =>
        reason.kind === 'unit'
          ? { kind: 'unit', name: nameOf.get(reason.path) ?? '' }
          : { kind: 'group', name: groupOf.get(reason.groupId) ?? '' },
      ),
      misses: filterMisses(person, named.filter),
    })),
    ...{ isLeftOut, page: current, pages },
  };
}

async function reachOf(actor: Actor, { unitIds, groupIds, filter }: NamedAudience) {
  const scope = requireScope(actor, 'assignment.manage');
  const { read } = database();
  const units = await listUnitsInScope(read, scope, unitIds);
  const groups = await listGroupsInScope(read, scope, groupIds);
  const asked = { unitPaths: units.map(({ path }) => path), groupIds: groups.map(({ id }) => id), filter };
  return { units, groups, asked };
}
