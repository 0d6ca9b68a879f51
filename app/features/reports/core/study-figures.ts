import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { type AbsenceReason, absenceReasons } from '#app/features/org/core/presence/absence.ts';
import { assignedOf, type ClassCounts, emptyRollup, type StatusCounts } from '#app/features/progress/core/rollup.ts';
import type { Classification, Status } from '#app/features/progress/core/status.ts';

/** People who are alike in everything that a report splits by, and how many they are. */
export interface StudyCell {
  readonly unitId: string;
  readonly personnelClass: PersonnelClass;
  readonly membership: Membership;
  /** Null: outside of the audience. */
  readonly status: Status | null;
  readonly classification: Classification | null;
  /** Null: present. */
  readonly away: AbsenceReason | null;
  readonly isLate: boolean;
  readonly people: number;
}

/** What is counted of any set of people: the five statuses and those outside of the audience make up the strength. */
export interface StudyCounts {
  readonly strength: number;
  readonly byStatus: StatusCounts;
  readonly byResult: ClassCounts;
  readonly late: number;
  /** Of the late, those who are away. */
  readonly lateAway: number;
  readonly away: number;
  /** Of the completed, those who are present. */
  readonly completedPresent: number;
}

export interface CountsOf<Key extends string> extends StudyCounts {
  readonly key: Key;
}

/** One of the units directly below, with its whole subtree; or the people of the unit itself. */
export interface PartCounts extends StudyCounts {
  readonly unitId: string;
  readonly name: string;
  readonly isOwn: boolean;
}

/** How a unit stands in one assignment. All tables are of the same people, so each adds up to the total. */
export interface AssignmentFigures {
  readonly assignmentId: string;
  readonly title: string;
  readonly openAt: string;
  readonly dueAt: string | null;
  readonly total: StudyCounts;
  readonly parts: readonly PartCounts[];
  readonly byClass: readonly CountsOf<PersonnelClass>[];
  readonly byMembership: readonly CountsOf<Membership>[];
  /** Why people are exempt, as it was decided; the most frequent first. */
  readonly exemptions: readonly { readonly reason: string; readonly people: number }[];
}

/** A person of the annex by id: the name is looked up when it is shown, so that an erased one is gone from here too. */
export interface AnnexPerson {
  readonly personId: string;
  readonly rank: string | null;
  readonly position: string | null;
  readonly unit: string;
  readonly status: Status | null;
  readonly isLate: boolean;
  readonly away: AbsenceReason | null;
  readonly exemptReason: string | null;
}

/** The people that an annex names; so many that they were left out, or 0. */
export interface AnnexList {
  readonly assignmentId: string;
  readonly people: readonly AnnexPerson[];
  readonly omitted: number;
}

/** The figures of a report as of an instant. They follow from what was recorded alone: asked again, they are the same. */
export interface StudyFigures {
  readonly asOf: string;
  readonly unit: { readonly id: string; readonly name: string; readonly shortName: string; readonly kind: string };
  readonly strength: number;
  readonly away: Readonly<Record<AbsenceReason, number>>;
  readonly assignments: readonly AssignmentFigures[];
  /** By assignment; null where no names were asked for. */
  readonly annex: readonly AnnexList[] | null;
}

export const noCounts: StudyCounts = {
  ...{ strength: 0, byStatus: emptyRollup.byStatus, byResult: emptyRollup.byClass },
  ...{ late: 0, lateAway: 0, away: 0, completedPresent: 0 },
};

/** The cells as one set of people. */
export function countCells(cells: readonly StudyCell[]): StudyCounts {
  const byStatus = { ...noCounts.byStatus };
  const byResult = { ...noCounts.byResult };
  const sums = { strength: 0, late: 0, lateAway: 0, away: 0, completedPresent: 0 };
  for (const { status, classification, away, isLate, people } of cells) {
    sums.strength += people;
    if (status) byStatus[status] += people;
    if (status && classification) byResult[classification] += people;
    if (isLate) sums.late += people;
    if (isLate && away) sums.lateAway += people;
    if (away) sums.away += people;
    if (status === 'completed' && !away) sums.completedPresent += people;
  }
  return { ...sums, byStatus, byResult };
}

/** Who is in the audience. */
export const assignedIn = ({ strength, byStatus, byResult }: StudyCounts): number =>
  assignedOf({ strength, byStatus, byClass: byResult });

/** Who must study: in the audience and not exempt. */
export const owedIn = (counts: StudyCounts): number => assignedIn(counts) - counts.byStatus.exempt;

/** Who has a result. */
export const gradedIn = ({ byResult }: StudyCounts): number =>
  Object.values(byResult).reduce((sum, people) => sum + people, 0);

/** Sets of people by a key, in the order of the keys; those without anybody are left out. */
export function countBy<Key extends string>(
  cells: readonly StudyCell[],
  keys: readonly Key[],
  keyOf: (cell: StudyCell) => Key,
): CountsOf<Key>[] {
  return keys
    .map((key) => ({ key, ...countCells(cells.filter((cell) => keyOf(cell) === key)) }))
    .filter(({ strength }) => strength > 0);
}

/** The absent by reason. */
export function countAway(cells: readonly StudyCell[]): Record<AbsenceReason, number> {
  const away = Object.fromEntries(absenceReasons.map((reason) => [reason, 0])) as Record<AbsenceReason, number>;
  for (const cell of cells) if (cell.away) away[cell.away] += cell.people;
  return away;
}
