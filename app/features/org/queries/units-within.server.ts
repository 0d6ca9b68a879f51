import { depthOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listUnits } from '../data/units.server.ts';

/** A long list is no choice any more: a part further down is chosen on its own page. */
const MOST_UNITS = 300;

/**
 * Open units of a subtree to choose from, each after the one it belongs to, with how deep it stands; of a large subtree
 * the upper levels alone. The caller has found the unit in the actor's scope.
 */
export async function unitsWithin(path: UnitPath): Promise<{ id: string; name: string; depth: number }[]> {
  const all = await listUnits(database().read, [path]);
  const depths = all.map((unit) => depthOf(unit.path) - depthOf(path));
  const deepest = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    .reverse()
    .find((most) => depths.filter((depth) => depth <= most).length <= MOST_UNITS);
  const shown = all.filter((unit) => depthOf(unit.path) - depthOf(path) <= (deepest ?? 0));
  const below = (parent: UnitPath): typeof shown =>
    shown
      .filter((unit) => unit.path !== parent && parentOf(unit.path) === parent)
      .flatMap((unit) => [unit, ...below(unit.path)]);
  const top = shown.filter((unit) => unit.path === path);
  return [...top, ...below(path)].map(({ id, name, path: own }) => ({ id, name, depth: depthOf(own) - depthOf(path) }));
}

const parentOf = (path: UnitPath): UnitPath => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
