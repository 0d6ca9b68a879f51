import { type Classification, classifications, type Status, statuses } from './status.ts';

/** Beside the five statuses: who is outside of the audience, and who is late (derived). */
export const standings = [...statuses, 'not-assigned', 'late'] as const;
export type StandingFilter = (typeof standings)[number];
export const classFilters = [...classifications, 'none'] as const;
export type ClassFilter = Classification | 'none';
export const peopleSortKeys = ['name', 'rank', 'status'] as const;
export type PeopleSortKey = (typeof peopleSortKeys)[number];

/** Which people of a unit are wanted, and in which order. */
export interface PeopleFilter {
  readonly standing: StandingFilter | null;
  readonly classification: ClassFilter | null;
  /** Compared without tone marks. */
  readonly search: string;
  readonly sort: { readonly key: PeopleSortKey; readonly isDescending: boolean };
}

export const everybody: PeopleFilter = {
  standing: null,
  classification: null,
  search: '',
  sort: { key: 'name', isDescending: false },
};

/** Where a person stands, those outside of the audience included. */
export type Standing = Status | 'not-assigned';
