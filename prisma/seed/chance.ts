import type { SeededRandom } from '#app/kernel/seeded-random.ts';

/** Things to choose among, each with its weight. */
export type Weighted<T> = readonly (readonly [T, number])[];

/** One of the things, by weight. */
export function weighted<T>(random: SeededRandom, choices: Weighted<T>): T {
  let left = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [thing, weight] of choices) {
    left -= weight;
    if (left < 0) return thing;
  }
  return choices[choices.length - 1]![0];
}

export const happens = (random: SeededRandom, probability: number): boolean => random.next() < probability;

export const between = (random: SeededRandom, low: number, high: number): number => low + random.next() * (high - low);

/** A number spread normally around 0 with deviation 1 (Box and Muller). */
export function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
