/** Lower, middle and upper third of the attempts by their totals. */
export type Third = 0 | 1 | 2;
export const THIRDS = [0, 1, 2] as const satisfies readonly Third[];

/** A count for each third: lower, middle, upper. */
export type ThirdCounts = readonly [number, number, number];

export interface Thirds {
  /** The third of each attempt. */
  readonly of: Uint8Array;
  /** The smallest total of the middle or upper third, and of the upper one; Infinity where there is none. */
  readonly cuts: readonly [number, number];
  readonly counts: ThirdCounts;
}

/**
 * Who stands in which third by total. Equal totals always stand in the same third: the one in which the middle of those
 * who share the total falls. Thus the order of the attempts changes nothing, and where all are equal all are in the middle.
 */
export function thirdsOf(totals: Float64Array): Thirds {
  const n = totals.length;
  const sorted = totals.slice().sort();
  const cuts: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let from = 0; from < n; ) {
    let until = from + 1;
    while (until < n && sorted[until] === sorted[from]) until++;
    const third = Math.floor((3 * (from + until)) / (2 * n));
    if (third >= 1) cuts[0] = Math.min(cuts[0], sorted[from]!);
    if (third >= 2) cuts[1] = Math.min(cuts[1], sorted[from]!);
    from = until;
  }
  const counts: [number, number, number] = [0, 0, 0];
  const of = new Uint8Array(n);
  for (let at = 0; at < n; at++) {
    const third = totals[at]! >= cuts[1] ? 2 : totals[at]! >= cuts[0] ? 1 : 0;
    of[at] = third;
    counts[third]++;
  }
  return { of, cuts, counts };
}

export const countOf = ([lower, middle, upper]: ThirdCounts): number => lower + middle + upper;
