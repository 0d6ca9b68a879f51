import { type Share, shareFraction } from '#app/kernel/percent.ts';
import { type Classification, classifications, isOverdue, type Status, statuses } from './status.ts';

/** People by status; the five add up to those who are assigned. */
export type StatusCounts = Readonly<Record<Status, number>>;
/** People by class of result. */
export type ClassCounts = Readonly<Record<Classification, number>>;

/** One counter of one unit, or a sum of them. */
export interface CounterRow {
  readonly dimension: string;
  readonly key: string;
  readonly count: number;
}

/** What a leader sees of one unit, or of several together. */
export interface Rollup {
  readonly strength: number;
  readonly byStatus: StatusCounts;
  readonly byClass: ClassCounts;
}

export const emptyRollup: Rollup = {
  strength: 0,
  byStatus: zeros(statuses),
  byClass: zeros(classifications),
};

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

/** The counters of one unit or subtree beside its strength. What another release counts is left out. */
export function rollupOf(strength: number, counters: readonly CounterRow[]): Rollup {
  const byStatus: Record<string, number> = zeros(statuses);
  const byClass: Record<string, number> = zeros(classifications);
  for (const { dimension, key, count } of counters) {
    const target = dimension === 'status' ? byStatus : dimension === 'classification' ? byClass : undefined;
    if (target && key in target) target[key]! += count;
  }
  return { strength, byStatus: byStatus as StatusCounts, byClass: byClass as ClassCounts };
}

/** Several units as one. */
export function sumRollups(rollups: readonly Rollup[]): Rollup {
  const add = <Key extends string>(keys: readonly Key[], of: (rollup: Rollup) => Readonly<Record<Key, number>>) =>
    Object.fromEntries(keys.map((key) => [key, rollups.reduce((sum, each) => sum + of(each)[key], 0)])) as Record<
      Key,
      number
    >;
  return {
    strength: rollups.reduce((sum, each) => sum + each.strength, 0),
    byStatus: add(statuses, (each) => each.byStatus),
    byClass: add(classifications, (each) => each.byClass),
  };
}

/** Who is in the audience. */
export const assignedOf = ({ byStatus }: Rollup): number => statuses.reduce((sum, status) => sum + byStatus[status], 0);

/** Who stands outside of the audience: with the five statuses they make up the strength. */
export const notAssignedOf = (rollup: Rollup): number => rollup.strength - assignedOf(rollup);

/** Completed against the strength; a unit without people has a null fraction, which is not 0%. */
export function coverageOf(rollup: Rollup): Share & { fraction: number | null } {
  const share = { part: rollup.byStatus.completed, whole: rollup.strength };
  return { ...share, fraction: shareFraction(share) };
}

/** How many are late at `now`: derived from the counters, because all of an assignment share its due date. */
export function lateOf({ byStatus }: Rollup, dueAt: Date | null, now: Date): number {
  return statuses.reduce((sum, status) => (isOverdue(status, dueAt, now) ? sum + byStatus[status] : sum), 0);
}

/** People with a result, and those of the audience (the exempt apart) who have none yet. */
export function resultsOf(rollup: Rollup): { graded: number; without: number; whole: number } {
  const graded = classifications.reduce((sum, key) => sum + rollup.byClass[key], 0);
  const whole = assignedOf(rollup) - rollup.byStatus.exempt;
  return { graded, without: whole - graded, whole };
}
