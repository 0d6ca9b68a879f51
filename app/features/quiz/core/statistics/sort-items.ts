/** What the table of items may be sorted by. */
export const itemSortKeys = [
  'code',
  'attempts',
  'facility',
  'discriminationIndex',
  'discriminativeEfficiency',
  'effectiveWeight',
  'flags',
] as const;
export interface ItemSort {
  key: (typeof itemSortKeys)[number];
  isDescending: boolean;
}

type Sortable = Record<Exclude<ItemSort['key'], 'code' | 'flags'>, number | null> & {
  code: string;
  number: number;
  flags: readonly unknown[];
};

/** The rows in order; what is not available stands last either way, and equal rows by code and version. */
export function sortItems<Row extends Sortable>(rows: readonly Row[], { key, isDescending }: ItemSort): Row[] {
  const sign = isDescending ? -1 : 1;
  const byName = (a: Row, b: Row) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.number - b.number);
  const figureOf = (row: Row) => (key === 'code' ? null : key === 'flags' ? row.flags.length : row[key]);
  return [...rows].sort((a, b) => {
    if (key === 'code') return sign * byName(a, b);
    const [left, right] = [figureOf(a), figureOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
    return sign * (left - right) || byName(a, b);
  });
}
