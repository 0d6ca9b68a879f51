import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import {
  countBelow,
  countParts,
  findTreeUnit,
  listParts,
  type TreeRow,
  type TreeUnit,
} from '../../data/tree/tree-units.server.ts';
import { listSpans } from '../../data/tree/unit-spans.server.ts';
import { namesAbove, type UnitPlace } from '../unit-place.server.ts';
import { type FoundPlace, unitsFound } from './units-found.server.ts';

/** A row as the tree shows it: with what is open below it. */
export interface TreeBranch extends Omit<TreeRow, 'path'> {
  branches: TreeBranch[];
  isOpen: boolean;
}

export interface StructurePage {
  unit: Omit<TreeUnit, 'path'>;
  above: UnitPlace['above'];
  branches: TreeBranch[];
  parts: { open: number; closed: number; below: number };
  page: number;
  pages: number;
  found: FoundPlace[];
  /** Whether the unit itself may be moved, closed or merged: that is the affair of who manages the unit above it. */
  mayPlace: boolean;
  /** What the unit was before the last change, where that can be put back by a button. */
  before: { name: string; shortName: string; kind: string; parent: { id: string; name: string } | null } | null;
  mergedInto: { id: string; name: string } | null;
}

export const PARTS_A_PAGE = 100;
const MOST_FOUND = 30;

/**
 * A unit in the tree with what stands under it. However large the tree is, it reads the unit's own parts by the page and
 * those of the branches that are open: seven small queries, and one over the names where something is searched.
 */
export async function structurePage(
  actor: Actor,
  unitId: string,
  asked: { open: readonly string[]; page: number; search: string; withClosed: boolean },
): Promise<StructurePage> {
  const scope = requireScope(actor, 'unit.manage');
  const { sql } = database();
  const unit = await findTreeUnit(sql, scope, unitId);
  if (!unit) throw new AppError('not-found');
  const { withClosed } = asked;
  const counted = (await countParts(sql, [unitId])).get(unitId) ?? { open: 0, closed: 0 };
  const listed = counted.open + (withClosed ? counted.closed : 0);
  const pages = Math.max(1, Math.ceil(listed / PARTS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const offset = (page - 1) * PARTS_A_PAGE;
  const parts = await listParts(sql, [unitId], { limit: PARTS_A_PAGE, offset, withClosed });
  // Ids of branches come from the address: only what hangs together with the unit is shown, so nothing foreign can be.
  const opened = await listParts(sql, asked.open, { limit: PARTS_A_PAGE, withClosed });
  const branchOf = (row: TreeRow, depth: number): TreeBranch => {
    const isOpen = asked.open.includes(row.id) && depth < 30;
    const { path: _, ...shown } = row;
    const below = isOpen ? opened.filter(({ parentId }) => parentId === row.id) : [];
    return { ...shown, isOpen, branches: below.map((each) => branchOf(each, depth + 1)) };
  };
  const { path, ...shown } = unit;
  const above = ancestorsOf(path).at(-1);
  return {
    unit: shown,
    above: await namesAbove(scope, path),
    branches: parts.map((row) => branchOf(row, 0)),
    parts: { ...counted, below: await countBelow(sql, path) },
    ...{ page, pages },
    found: asked.search
      ? await unitsFound(actor, 'unit.manage', asked.search, { limit: MOST_FOUND, withClosed: true })
      : [],
    mayPlace: above !== undefined && may(actor, 'unit.manage', above),
    before: await beforeLastChange(actor, unit),
    mergedInto: unit.mergedIntoId ? await named(actor, unit.mergedIntoId) : null,
  };
}

/** The form's unit as it now stands, for the pages that change it. Throws not-found outside of the reach. */
export async function structureUnit(actor: Actor, unitId: string) {
  const scope = requireScope(actor, 'unit.manage');
  const { sql } = database();
  const unit = await findTreeUnit(sql, scope, unitId);
  if (!unit) throw new AppError('not-found');
  const { path, ...shown } = unit;
  const above = ancestorsOf(path).at(-1);
  const parts = (await countParts(sql, [unitId])).get(unitId)?.open ?? 0;
  return {
    unit: shown,
    above: await namesAbove(scope, path),
    parts,
    below: await countBelow(sql, path),
    mayPlace: above !== undefined && may(actor, 'unit.manage', above),
  };
}

export type StructureUnit = Awaited<ReturnType<typeof structureUnit>>;

async function beforeLastChange(actor: Actor, unit: TreeUnit): Promise<StructurePage['before']> {
  if (unit.closedAt) return null;
  const [, last] = await listSpans(database().sql, unit.id, 2);
  if (!last?.untilAt) return null;
  const isMoved = last.parentId !== unit.parentId;
  const isRenamed = last.name !== unit.name || last.shortName !== unit.shortName || last.kind !== unit.kind;
  if (!isMoved && !isRenamed) return null;
  const { name, shortName, kind } = last;
  const parent = isMoved && last.parentId ? await named(actor, last.parentId) : null;
  return isMoved && !parent ? null : { name, shortName, kind, parent };
}

/** A unit's name, where it may be seen. */
async function named(actor: Actor, id: string): Promise<{ id: string; name: string } | null> {
  const unit = await findTreeUnit(database().sql, requireScope(actor, 'unit.manage'), id);
  return unit && { id, name: unit.name };
}
