import type { UnitFigures } from './unit-figures.ts';

/** The columns by which sub-units can be sorted; 'unit' is the order in which the corps itself lists them. */
export const unitSortKeys = [
  'unit',
  'strength',
  'completed',
  'in-progress',
  'not-started',
  'failed',
  'exempt',
  'late',
  'coverage',
] as const;
export type UnitSortKey = (typeof unitSortKeys)[number];
export interface UnitSort {
  readonly key: UnitSortKey;
  readonly isDescending: boolean;
}

/** Sorted; equal rows keep the corps' own order, and "no data" comes last whichever way round. */
export function sortUnits<T extends UnitFigures>(rows: readonly T[], { key, isDescending }: UnitSort): T[] {
  if (key === 'unit') return isDescending ? [...rows].reverse() : [...rows];
  const figureOf = (row: T): number | null =>
    key === 'strength' || key === 'late' ? row[key] : key === 'coverage' ? row.coverage : row.byStatus[key];
  return [...rows].sort((a, b) => {
    const [left, right] = [figureOf(a), figureOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return isDescending ? right - left : left - right;
  });
}
