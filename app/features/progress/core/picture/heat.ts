/** How a share is shaded: five steps and "everybody", each with its own pattern, so that no colour has to be told apart. */
export const heatLevels = [0, 1, 2, 3, 4, 5] as const;
export type HeatLevel = (typeof heatLevels)[number];

/** From which share each level begins; the last is everybody and nobody less. */
export const heatSteps: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** The level of a share 0..1; null is "no data" and has none. */
export function heatLevel(fraction: number | null): HeatLevel | null {
  if (fraction === null) return null;
  // 0.6 of binary fractions may be a hair less.
  const at = heatSteps.findLastIndex((step) => fraction >= step - 1e-9);
  return Math.max(0, at) as HeatLevel;
}
