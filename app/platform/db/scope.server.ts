import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import type { SqlValue } from './sql.server.ts';

/** A Prisma filter on a related unit: only within one of the paths. An empty scope finds nothing. */
export function unitWithin(scope: readonly UnitPath[]) {
  return { OR: scope.map((path) => ({ path: { gte: path, lt: pathUpperBound(path) } })) };
}

/** The same for plain SQL: a condition on a path column and its values. */
export function pathWithin(column: string, scope: readonly UnitPath[]): { text: string; values: SqlValue[] } {
  if (scope.length === 0) return { text: '1 = 0', values: [] };
  return {
    text: `(${scope.map(() => `(${column} >= ? AND ${column} < ?)`).join(' OR ')})`,
    values: scope.flatMap((path) => [path, pathUpperBound(path)]),
  };
}
