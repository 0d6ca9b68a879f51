import type { Lang } from '#app/kernel/lang.ts';

/** A part of a whole, both counted in the same thing: 37 of 39 people. */
export interface Share {
  part: number;
  whole: number;
}

/** The share as a fraction (0..1), or null when the whole is 0: no data is not 0%. */
export function shareFraction({ part, whole }: Share): number | null {
  return whole === 0 ? null : part / whole;
}

/** What stands where there is no data. */
export const NO_DATA = '–';

/**
 * A fraction as a percentage with at most one decimal: '94,9%' in Vietnamese, '94.9%' in English; null gives `NO_DATA`.
 * Less than everything never reads as 100%, more than nothing never as 0%: one person of 5,000 who is missing still shows.
 */
export function formatPercent(fraction: number | null, lang: Lang): string {
  if (fraction === null || Number.isNaN(fraction)) return NO_DATA;
  // Twelve digits take back the error of binary fractions: 0.2855 x 1000 is 285.49999999999994.
  let tenths = Math.round(Number((fraction * 1000).toPrecision(12)));
  if (fraction > 0 && fraction < 1) tenths = Math.min(999, Math.max(1, tenths));
  const text = String(tenths === 0 ? 0 : tenths / 10);
  return `${lang === 'vi' ? text.replace('.', ',') : text}%`;
}

/**
 * Whole numbers in proportion to the parts that add up to exactly `total` (100 for percentages, 1000 for tenths of one),
 * so that printed shares of one whole add up. Parts are 0 or more; when they are all 0, so is the answer.
 */
export function largestRemainder(parts: readonly number[], total = 100): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * total) / whole);
  const rounded = exact.map(Math.floor);
  const missing = total - rounded.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) rounded[index]! += 1;
  return rounded;
}
