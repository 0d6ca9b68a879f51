/** One bar of a distribution: from `from` up to, without, `until`; the last one has its end too. */
export interface Bin {
  readonly from: number;
  readonly until: number;
  readonly count: number;
}

const BINS = 10;

/** How often values fall into each tenth of 0..`scale`. What lies outside counts at the end that it is nearer to. */
export function distribution(values: ArrayLike<number>, scale: number): Bin[] {
  const counts = new Int32Array(BINS);
  for (let at = 0; at < values.length; at++) {
    // A grade of 6 of 10 begins the seventh bar: what binary fractions take away must not put it into the sixth.
    const bin = Math.floor((values[at]! / scale) * BINS + 1e-9);
    counts[Math.min(BINS - 1, Math.max(0, bin))]!++;
  }
  return Array.from(counts, (count, at) => ({ from: (scale * at) / BINS, until: (scale * (at + 1)) / BINS, count }));
}
