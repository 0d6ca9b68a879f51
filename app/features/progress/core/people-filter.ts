import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { type Classification, classifications, type Status, statuses } from './status.ts';

/** Beside the five statuses: who is in the audience and who is not, who still owes something, and who is late (derived). */
export const standings = [...statuses, 'assigned', 'not-assigned', 'owing', 'late'] as const;
export type StandingFilter = (typeof standings)[number];
export const classFilters = [...classifications, 'none'] as const;
export type ClassFilter = Classification | 'none';
export const presences = ['present', 'absent'] as const;
export type Presence = (typeof presences)[number];
export const peopleSortKeys = ['name', 'rank', 'status'] as const;
export type PeopleSortKey = (typeof peopleSortKeys)[number];

/** Which people of a unit are wanted, and in which order. */
export interface PeopleFilter {
  readonly standing: StandingFilter | null;
  readonly classification: ClassFilter | null;
  readonly membership: Membership | null;
  readonly personnelClass: PersonnelClass | null;
  /** Who is away on the day that is looked at, by name, or everybody else. */
  readonly presence: Presence | null;
  /** A grade from this whole number up to the next, of 10; the last one holds the ten. */
  readonly grade: number | null;
  /** Only people of the unit itself, without those of the units below. */
  readonly isOwn: boolean;
  /** Only people whose certificate of the assignment runs out and may be renewed. */
  readonly isRenewing: boolean;
  /** Compared without tone marks. */
  readonly search: string;
  readonly sort: { readonly key: PeopleSortKey; readonly isDescending: boolean };
}

export const everybody: PeopleFilter = {
  standing: null,
  classification: null,
  membership: null,
  personnelClass: null,
  presence: null,
  grade: null,
  isOwn: false,
  isRenewing: false,
  search: '',
  sort: { key: 'name', isDescending: false },
};

/** Where a person stands, those outside of the audience included. */
export type Standing = Status | 'not-assigned';
