import { childPath, idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { UnitKind } from '../person.ts';

/** Too small for a clerk of their own: their people stand on the roll of the unit above. */
const onRollAbove: ReadonlySet<UnitKind> = new Set(['platoon', 'squad']);

interface PlacedUnit {
  id: string;
  path: UnitPath;
  kind: UnitKind;
}

/**
 * Which units of a subtree are called up on one roll with the unit itself: its platoons and squads, and theirs. A
 * battalion's roll is its own people; a company's is everybody below. Each unit before those below it, siblings in the
 * order given.
 */
export function rollOf<Unit extends PlacedUnit>(top: UnitPath, units: readonly Unit[]): Unit[] {
  const own = units.find(({ path }) => path === top);
  const below = units.filter(
    ({ id, path, kind }) => onRollAbove.has(kind) && isWithin(path, top) && childPath(top, id) === path,
  );
  return [...(own ? [own] : []), ...below.flatMap(({ path }) => rollOf(path, units))];
}

/** To which direct sub-unit of `top` a unit further below belongs; null for `top` itself. */
export function partOf(top: UnitPath, path: UnitPath): string | null {
  return idsOf(path)[idsOf(top).length] ?? null;
}
