/** How many people have a grade from `from` up to, without, `until`; the last bar holds its end too. On a scale of 10. */
export interface GradeBar {
  readonly from: number;
  readonly until: number;
  readonly count: number;
}

export const GRADE_BARS = 10;

/** The bars of a distribution from counts by whole grade below (0..10); the full ten belong to the last bar. */
export function gradeBars(counts: readonly { readonly bar: number; readonly count: number }[]): GradeBar[] {
  const bars = new Array<number>(GRADE_BARS).fill(0);
  for (const { bar, count } of counts) bars[Math.min(GRADE_BARS - 1, Math.max(0, Math.floor(bar)))]! += count;
  return bars.map((count, from) => ({ from, until: from + 1, count }));
}
