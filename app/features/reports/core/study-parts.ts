import { idsOf } from '#app/kernel/unit-path.ts';
import { countCells, type PartCounts, type StudyCell } from './study-figures.ts';

/** A unit as it stood in the tree at the instant of the report. */
export interface UnitThen {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly path: string;
  readonly position: number;
}

/** The units directly below, each with its subtree, in their order, then the people of the unit itself where there are any. */
export function partsOf(unit: UnitThen, units: readonly UnitThen[], cells: readonly StudyCell[]): PartCounts[] {
  const depth = idsOf(unit.path).length;
  const partIds = new Map(units.map(({ id, path }) => [id, idsOf(path)[depth] ?? unit.id]));
  const byPart = new Map<string, StudyCell[]>();
  for (const cell of cells) {
    const partId = partIds.get(cell.unitId) ?? unit.id;
    const known = byPart.get(partId);
    if (known) known.push(cell);
    else byPart.set(partId, [cell]);
  }
  const children = units
    .filter(({ path }) => idsOf(path).length === depth + 1)
    .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
  const parts = children.map(({ id, name }) => part(id, name, false, byPart.get(id) ?? []));
  const own = part(unit.id, unit.name, true, byPart.get(unit.id) ?? []);
  return own.strength > 0 && parts.length > 0 ? [...parts, own] : parts;
}

const part = (unitId: string, name: string, isOwn: boolean, cells: readonly StudyCell[]): PartCounts => ({
  ...{ unitId, name, isOwn },
  ...countCells(cells),
});

/** Short names from below the unit of the report down to this one: "c1/d2". */
export function placeName(unit: UnitThen, top: UnitThen, byId: ReadonlyMap<string, UnitThen>): string {
  const below = idsOf(unit.path).slice(idsOf(top.path).length);
  const names = below.map((id) => byId.get(id)?.shortName ?? '').filter((name) => name !== '');
  return names.length > 0 ? names.reverse().join(', ') : top.shortName;
}
