import type { MarkRows } from './mark-rows.ts';

/** The attempts that had one of these items, and what share of its mark each earned there. */
export function itemFractions(
  { attempts, offsets, items, marks, maxes }: MarkRows,
  wanted: ReadonlySet<number>,
): { attempts: number[]; fractions: number[] } {
  const found: { attempts: number[]; fractions: number[] } = { attempts: [], fractions: [] };
  for (let row = 0; row < attempts; row++) {
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry++) {
      if (!wanted.has(items[entry]!) || maxes[entry]! <= 0) continue;
      found.attempts.push(row);
      found.fractions.push(marks[entry]! / maxes[entry]!);
    }
  }
  return found;
}
