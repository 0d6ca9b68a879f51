import type { Rollup } from '#app/features/progress/core/rollup.ts';
import { classifications, statuses } from '#app/features/progress/core/status.ts';

/** What a leader stands for: the unit with its whole subtree in one assignment at the end of a day. */
export type SignedFigures = Pick<Rollup, 'strength' | 'byStatus' | 'byClass'>;

export const signedFigures = ({ strength, byStatus, byClass }: Rollup): SignedFigures => ({
  strength,
  byStatus,
  byClass,
});

/** One signed number that is another now. */
export interface SignedChange {
  readonly figure: 'strength' | keyof Rollup['byStatus'] | `result-${keyof Rollup['byClass']}`;
  readonly before: number;
  readonly after: number;
}

/** What has changed since somebody signed: late entries, corrected results. Empty = the figures still hold. */
export function changesSinceSigned(signed: SignedFigures, now: SignedFigures): SignedChange[] {
  const all: SignedChange[] = [
    { figure: 'strength', before: signed.strength, after: now.strength },
    ...statuses.map((key) => ({ figure: key, before: signed.byStatus[key], after: now.byStatus[key] })),
    ...classifications.map((key) => ({
      ...{ figure: `result-${key}` as const, before: signed.byClass[key], after: now.byClass[key] },
    })),
  ];
  return all.filter(({ before, after }) => before !== after);
}
