import type { Classification, Status } from './status.ts';

/** Where one person is counted: in no unit once the person is outside of the audience. */
export interface CountedAs {
  readonly unitId: string | null;
  readonly status: Status;
  readonly classification: Classification | null;
}

/** A signed change of one counter. */
export interface CounterDelta {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly dimension: 'status' | 'classification';
  readonly key: string;
  readonly by: number;
}

/** What moving one person from one count to another does to the counters; null = not enrolled before, or no more. */
export function deltasOf(assignmentId: string, from: CountedAs | null, to: CountedAs | null): CounterDelta[] {
  return netDeltas([...countersOf(assignmentId, from, -1), ...countersOf(assignmentId, to, 1)]);
}

function countersOf(assignmentId: string, as: CountedAs | null, by: number): CounterDelta[] {
  if (!as || as.unitId === null) return [];
  const { unitId, status, classification } = as;
  const counters: CounterDelta[] = [{ assignmentId, unitId, dimension: 'status', key: status, by }];
  if (classification) counters.push({ assignmentId, unitId, dimension: 'classification', key: classification, by });
  return counters;
}

const nameOf = ({ assignmentId, unitId, dimension, key }: CounterDelta) =>
  [assignmentId, unitId, dimension, key].join('\n');

/**
 * One change per counter, none of 0, always in the same order: two transactions that touch the same counters then wait
 * for each other instead of each for the other.
 */
export function netDeltas(deltas: readonly CounterDelta[]): CounterDelta[] {
  const sums = new Map<string, CounterDelta>();
  for (const delta of deltas) {
    const name = nameOf(delta);
    sums.set(name, { ...delta, by: delta.by + (sums.get(name)?.by ?? 0) });
  }
  return [...sums]
    .filter(([, { by }]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}
