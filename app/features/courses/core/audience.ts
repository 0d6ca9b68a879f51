import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

/** Which people of the audience's units and groups are meant. A list that is absent or empty leaves nobody out. */
export interface AudienceFilter {
  classes?: PersonnelClass[];
  memberships?: Membership[];
  /** Compared without tone marks and case; `*` stands for any words: "Chính trị viên*". */
  positions?: string[];
}

export interface Audience {
  /** Each reaches its whole subtree. */
  unitPaths: readonly UnitPath[];
  /** Their members, wherever they belong. */
  groupIds?: readonly string[];
  filter: AudienceFilter;
}

/** What the filter asks about a person. */
export interface FilteredPerson {
  personnelClass: PersonnelClass;
  membership: Membership;
  position?: string | null;
}

/** What the audience asks about a person. */
export interface AudienceMember extends FilteredPerson {
  unitPath: UnitPath;
  groupIds?: readonly string[];
}

/** Why a person is in an audience. */
export type AudienceReason =
  | { readonly kind: 'unit'; readonly path: UnitPath }
  | { readonly kind: 'group'; readonly groupId: string };

/** By which of its units and groups an audience reaches the person, the filter aside; the nearest unit first. */
export function reasonsFor(
  { unitPath, groupIds: own = [] }: Pick<AudienceMember, 'unitPath' | 'groupIds'>,
  { unitPaths, groupIds = [] }: Pick<Audience, 'unitPaths' | 'groupIds'>,
): AudienceReason[] {
  const units = unitPaths.filter((path) => isWithin(unitPath, path)).sort((a, b) => b.length - a.length);
  return [
    ...units.map((path): AudienceReason => ({ kind: 'unit', path })),
    ...groupIds.filter((id) => own.includes(id)).map((groupId): AudienceReason => ({ kind: 'group', groupId })),
  ];
}

/** Whether the person belongs to the audience: reached by a unit or a group, and let through by the filter. */
export function isInAudience(person: AudienceMember, audience: Audience): boolean {
  return reasonsFor(person, audience).length > 0 && passesFilter(person, audience.filter);
}

/** Parts of a filter, as a person may fail them. */
export type FilterPart = 'class' | 'membership' | 'position';

/** Which parts of the filter keep the person out; empty = the filter lets through. */
export function filterMisses(
  person: FilteredPerson,
  { classes = [], memberships = [], positions = [] }: AudienceFilter,
): FilterPart[] {
  const misses: FilterPart[] = [];
  if (classes.length > 0 && !classes.includes(person.personnelClass)) misses.push('class');
  if (memberships.length > 0 && !memberships.includes(person.membership)) misses.push('membership');
  if (positions.length > 0 && !positions.some((wanted) => isPosition(person.position, wanted))) misses.push('position');
  return misses;
}

/** Whether the filter alone lets the person through. */
export const passesFilter = (person: FilteredPerson, filter: AudienceFilter): boolean =>
  filterMisses(person, filter).length === 0;

/** Whether a position is the wanted one, tone marks and case aside; who has no position has none that is wanted. */
export function isPosition(position: string | null | undefined, wanted: string): boolean {
  const own = foldForSearch(position ?? '');
  if (own === '') return false;
  const parts = wanted.split('*').map(foldForSearch);
  if (parts.length === 1) return own === parts[0];
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!own.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = own.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return own.length - last.length >= from && own.endsWith(last);
}

/** Positions as they were typed, one to the line or between semicolons, each once; not more than are sensible. */
export function typedPositions(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .split(/[\n\r;]+/)
    .map((line) => line.trim().replace(/\s+/g, ' '));
  const known = new Set<string>();
  return lines
    .filter((line) => {
      const folded = foldForSearch(line);
      if (folded === '' || known.has(folded)) return false;
      known.add(folded);
      return true;
    })
    .slice(0, mostPositions);
}

/** So many positions one audience may name. */
export const mostPositions = 100;
