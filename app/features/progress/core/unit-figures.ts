import {
  assignedOf,
  type ClassCounts,
  coverageOf,
  lateOf,
  notAssignedOf,
  type Rollup,
  resultsOf,
  type StatusCounts,
} from './rollup.ts';

/** What a leader reads of one unit or sum of units: every number beside what it is a part of. */
export interface UnitFigures {
  readonly strength: number;
  readonly assigned: number;
  readonly notAssigned: number;
  readonly byStatus: StatusCounts;
  readonly late: number;
  /** Completed of strength, 0..1; null where there are no people. */
  readonly coverage: number | null;
  readonly byClass: ClassCounts;
  /** People with a result, without one, and both together: the audience but for the exempt. */
  readonly results: { readonly graded: number; readonly without: number; readonly whole: number };
}

export function unitFigures(rollup: Rollup, dueAt: Date | null, now: Date): UnitFigures {
  const { strength, byStatus, byClass } = rollup;
  return {
    strength,
    assigned: assignedOf(rollup),
    notAssigned: notAssignedOf(rollup),
    byStatus,
    late: lateOf(rollup, dueAt, now),
    coverage: coverageOf(rollup).fraction,
    byClass,
    results: resultsOf(rollup),
  };
}
