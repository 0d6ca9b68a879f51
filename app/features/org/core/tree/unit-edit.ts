import { idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type UnitKind, unitKinds } from '../person.ts';

export const LONGEST_UNIT_NAME = 200;
export const LONGEST_SHORT_NAME = 40;
/** Deep enough for any army, and short enough that a path fits into an index of both databases. */
export const MOST_LEVELS = 30;

export type UnitNameProblem = 'missing' | 'too-long' | 'taken' | 'unknown';
export type UnitFieldProblems = Partial<Record<'name' | 'shortName' | 'kind', UnitNameProblem>>;

/** What a unit is called. */
export interface UnitNaming {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

const clean = (text: string) => nfc(text).trim().replace(/\s+/g, ' ');

/** The names as they are kept, or what is wrong with them; without a short name the full one stands in, cut. */
export function unitNamingOf(typed: { name: string; shortName: string; kind: string }): {
  naming: UnitNaming;
  problems: UnitFieldProblems;
} {
  const name = clean(typed.name);
  const shortName = clean(typed.shortName) || [...name].slice(0, LONGEST_SHORT_NAME).join('');
  const problems: UnitFieldProblems = {};
  if (name === '') problems.name = 'missing';
  else if ([...name].length > LONGEST_UNIT_NAME) problems.name = 'too-long';
  if ([...shortName].length > LONGEST_SHORT_NAME) problems.shortName = 'too-long';
  if (!(unitKinds as readonly string[]).includes(typed.kind)) problems.kind = 'unknown';
  return { naming: { name, shortName, kind: typed.kind as UnitKind }, problems };
}

export type PlaceRefusal = 'top' | 'cycle' | 'closed' | 'target-closed' | 'too-deep' | 'changed-meanwhile';

interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: UnitPath;
  readonly closedAt: Date | null;
  readonly revision: number;
}

/**
 * Whether a unit may come under another. Being there already is `unchanged`, so that a second press of the button finds it
 * done, whatever revision it names.
 */
export function placeUnit(
  unit: Placed,
  target: Pick<Placed, 'id' | 'path' | 'closedAt'>,
  asked: { readonly revision: number /** Levels of the subtree, 1 = the unit alone. */; readonly levels: number },
): 'kept' | 'unchanged' | PlaceRefusal {
  if (unit.parentId === target.id) return 'unchanged';
  if (unit.parentId === null) return 'top';
  if (unit.closedAt) return 'closed';
  if (isWithin(target.path, unit.path)) return 'cycle';
  if (target.closedAt) return 'target-closed';
  if (unit.revision !== asked.revision) return 'changed-meanwhile';
  if (idsOf(target.path).length + asked.levels > MOST_LEVELS) return 'too-deep';
  return 'kept';
}

/** What still keeps a unit open. */
export interface Contents {
  readonly people: number;
  readonly openParts: number;
}

export type CloseRefusal = 'top' | 'not-empty' | 'changed-meanwhile';

/** Whether a unit may be closed: only an empty one that belongs to another. */
export function closeUnitDecision(
  unit: Placed,
  { people, openParts }: Contents,
  revision: number,
): 'kept' | 'unchanged' | CloseRefusal {
  if (unit.closedAt) return 'unchanged';
  if (unit.parentId === null) return 'top';
  if (people > 0 || openParts > 0) return 'not-empty';
  return unit.revision === revision ? 'kept' : 'changed-meanwhile';
}

export type MergeRefusal = Exclude<PlaceRefusal, 'too-deep'> | 'too-deep' | 'itself';

/** Whether a unit may become part of another: its people and sub-units go there, and it is closed. */
export function mergeUnits(
  unit: Placed & { readonly mergedIntoId: string | null },
  into: Pick<Placed, 'id' | 'path' | 'closedAt'>,
  asked: { readonly revision: number; readonly levels: number },
): 'kept' | 'unchanged' | MergeRefusal {
  if (unit.id === into.id) return 'itself';
  if (unit.closedAt) return unit.mergedIntoId === into.id ? 'unchanged' : 'closed';
  if (unit.parentId === null) return 'top';
  if (isWithin(into.path, unit.path)) return 'cycle';
  if (into.closedAt) return 'target-closed';
  if (unit.revision !== asked.revision) return 'changed-meanwhile';
  // The unit's own level goes away.
  if (idsOf(into.path).length + asked.levels - 1 > MOST_LEVELS) return 'too-deep';
  return 'kept';
}

/**
 * The order of siblings after one of them was put before or after another: the ids in their new order, or null where that
 * is how they stand already or one of the two is not among them.
 */
export function reorder(
  ids: readonly string[],
  moved: string,
  where: { readonly neighbourId: string; readonly side: 'before' | 'after' },
): string[] | null {
  if (moved === where.neighbourId || !ids.includes(moved) || !ids.includes(where.neighbourId)) return null;
  const others = ids.filter((id) => id !== moved);
  const at = others.indexOf(where.neighbourId) + (where.side === 'after' ? 1 : 0);
  const next = [...others.slice(0, at), moved, ...others.slice(at)];
  return next.every((id, index) => id === ids[index]) ? null : next;
}
