import type { MarkRows } from './mark-rows.ts';
import type { Thirds } from './thirds.ts';

/** Of each item: the share of its marks that the upper third earned; null where nobody of the upper third had it. */
export function upperFacilities(rows: MarkRows, { of }: Pick<Thirds, 'of'>): (number | null)[] {
  const earned = new Float64Array(rows.itemCount);
  const worth = new Float64Array(rows.itemCount);
  for (let row = 0; row < rows.attempts; row++) {
    if (of[row] !== 2) continue;
    for (let entry = rows.offsets[row]!; entry < rows.offsets[row + 1]!; entry++) {
      earned[rows.items[entry]!]! += rows.marks[entry]!;
      worth[rows.items[entry]!]! += rows.maxes[entry]!;
    }
  }
  return Array.from(earned, (sum, item) => (worth[item]! > 0 ? sum / worth[item]! : null));
}
