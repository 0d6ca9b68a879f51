import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';

/** Which people of the audience units are meant. A list that is absent or empty leaves nobody out. */
export interface AudienceFilter {
  classes?: PersonnelClass[];
  memberships?: Membership[];
}

export interface Audience {
  /** Each reaches its whole subtree. */
  unitPaths: readonly UnitPath[];
  filter: AudienceFilter;
}

/** What the audience asks about a person. */
export interface AudienceMember {
  unitPath: UnitPath;
  personnelClass: PersonnelClass;
  membership: Membership;
}

/** Whether the person belongs to the audience: the unit lies in an audience unit's subtree, and the filter lets through. */
export function isInAudience(person: AudienceMember, { unitPaths, filter }: Audience): boolean {
  return unitPaths.some((path) => isWithin(person.unitPath, path)) && passesFilter(person, filter);
}

/** Whether the filter alone lets the person through. */
export function passesFilter(
  person: Pick<AudienceMember, 'personnelClass' | 'membership'>,
  { classes = [], memberships = [] }: AudienceFilter,
): boolean {
  return (
    (classes.length === 0 || classes.includes(person.personnelClass)) &&
    (memberships.length === 0 || memberships.includes(person.membership))
  );
}
