import { idsBelow, idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { listShortNames } from '../data/unit-names.server.ts';

/**
 * How a list of people of several units names them: by the short names from the unit up to, without, the one whose list it
 * is, 'c1/d2/e101', since every battalion has a company 1; that one itself bears its own. For paths that the actor was found
 * to reach. One statement.
 */
export async function unitLabels(
  top: UnitPath,
  paths: readonly UnitPath[],
  sql: Sql = database().sql,
): Promise<(path: UnitPath) => string> {
  const names = await listShortNames(sql, [...new Set(paths.flatMap((path) => idsBelow(top, path)))]);
  return (path) =>
    idsBelow(top, path)
      .map((id) => names.get(id) ?? '')
      .join('/');
}

/** As `unitLabels`, for paper that leaves the product: up to, without, the top of the tree. */
export const unitLabelsFromTop = (sql: Sql, paths: readonly UnitPath[]): Promise<(path: UnitPath) => string> =>
  unitLabels(`/${idsOf(paths[0] ?? '/')[0] ?? ''}/`, paths, sql);
