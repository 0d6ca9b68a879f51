import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';

/** What decides who answers for a unit's people. */
export interface UnitForReminders {
  readonly id: string;
  readonly path: UnitPath;
  readonly kind: string;
  /** Somebody leads this very unit now. */
  readonly isLed: boolean;
}

/** Platoons and squads are led from within the company: without a leader of their own the company answers. */
const ledFromAbove = new Set(['platoon', 'squad']);

/**
 * The unit that answers for people who belong to the unit at `path`: the nearest at or above it that is led, or that is more
 * than a platoon; the top where there is none.
 */
export function answeringUnit(
  path: UnitPath,
  unitOf: (id: string) => UnitForReminders | undefined,
): UnitForReminders | null {
  const upwards = idsOf(path)
    .reverse()
    .flatMap((id) => unitOf(id) ?? []);
  return upwards.find(({ isLed, kind }) => isLed || !ledFromAbove.has(kind)) ?? upwards.at(-1) ?? null;
}

/** For each level above a unit, itself first, whether somebody leads there. */
export function levelsOf(path: UnitPath, unitOf: (id: string) => UnitForReminders | undefined): boolean[] {
  return idsOf(path)
    .reverse()
    .map((id) => unitOf(id)?.isLed ?? false);
}

/** The id of the unit `level` levels above the one at `path`; the top where there are not so many. */
export function unitAtLevel(path: UnitPath, level: number): string {
  const ids = idsOf(path);
  return ids[Math.max(0, ids.length - 1 - level)]!;
}
