import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
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

type Named = Pick<CounterDelta, 'assignmentId' | 'unitId'> & { readonly dimension: string; readonly key: string };

const nameOf = ({ assignmentId, unitId, dimension, key }: Named) => [assignmentId, unitId, dimension, key].join('\n');

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

/** By how much a counter changes: of the unit's own people, and of its whole subtree. */
export interface CounterChange {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly dimension: string;
  readonly key: string;
  readonly count: number;
  readonly total: number;
}

/**
 * What the deltas of units do to the counters of these units and of all above them, by the units' paths. One row per
 * counter, none of nothing but 0, sorted: transactions that touch the same counters then wait for each other in one order.
 * A unit without a path is left out.
 */
export function alongPaths(
  deltas: readonly CounterDelta[],
  pathOf: (unitId: string) => UnitPath | undefined,
): CounterChange[] {
  const changes = new Map<string, CounterChange>();
  for (const delta of deltas) {
    const path = pathOf(delta.unitId);
    if (path === undefined) continue;
    for (const unitId of idsOf(path)) {
      const own = unitId === delta.unitId ? delta.by : 0;
      const at = { ...delta, unitId };
      const name = nameOf(at);
      const { assignmentId, dimension, key } = delta;
      const before = changes.get(name) ?? { assignmentId, unitId, dimension, key, count: 0, total: 0 };
      changes.set(name, { ...before, count: before.count + own, total: before.total + delta.by });
    }
  }
  return sortedChanges([...changes.values()]);
}

/** The changes that change anything, in the one order of all transactions. */
export function sortedChanges(changes: readonly CounterChange[]): CounterChange[] {
  const named = changes
    .filter(({ count, total }) => count !== 0 || total !== 0)
    .map((change) => [nameOf(change), change] as const);
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
