/**
 * The place of a unit in the tree: the ids from the top down to the unit itself, '/corps/brigade/battalion/'. The slash at
 * the end keeps '/a1/' from being taken for a part of '/a/'.
 */
export type UnitPath = string;

const ID = /^[A-Za-z0-9_-]+$/;

/** The path of a unit under its parent; null as parent makes a top unit. Throws RangeError for an id that is no plain word. */
export function childPath(parent: UnitPath | null, id: string): UnitPath {
  if (!ID.test(id)) throw new RangeError(`Not a unit id: ${id}`);
  return `${parent ?? '/'}${id}/`;
}

/** Whether the unit at `path` is the ancestor itself or lies anywhere below it. */
export function isWithin(path: UnitPath, ancestor: UnitPath): boolean {
  return path.startsWith(ancestor);
}

/**
 * The exclusive upper bound of a subtree, for a range scan over an index: exactly the paths within `path` satisfy
 * `path <= p < bound`. Holds in code-unit order, which is SQLite's BINARY and PostgreSQL's COLLATE "C".
 */
export function pathUpperBound(path: UnitPath): string {
  // '0' follows '/' directly in ASCII.
  return `${path.slice(0, -1)}0`;
}

/** The paths above the unit, from the top down, without its own. */
export function ancestorsOf(path: UnitPath): UnitPath[] {
  const ids = idsOf(path);
  return ids.slice(1).map((_, index) => `/${ids.slice(0, index + 1).join('/')}/`);
}

/** How many levels deep the unit is: 1 for a top unit. */
export function depthOf(path: UnitPath): number {
  return idsOf(path).length;
}

/** The ids along the path, from the top unit down to the unit itself. */
export function idsOf(path: UnitPath): string[] {
  return path.split('/').filter((id) => id !== '');
}

/**
 * The ids that tell a unit apart within another: from its own upwards to, without, what both lie below; of `top` and what
 * is above it their own alone.
 */
export function idsBelow(top: UnitPath, path: UnitPath): string[] {
  const [ids, above] = [idsOf(path), idsOf(top)];
  const common = ids.findIndex((id, at) => id !== above[at]);
  return ids.slice(common === -1 ? -1 : common).reverse();
}
