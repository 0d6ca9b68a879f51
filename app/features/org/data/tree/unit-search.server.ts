import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';

export interface FoundUnit {
  id: string;
  name: string;
  shortName: string;
  path: UnitPath;
  closedAt: Date | null;
}

/**
 * Units of the scope whose name or short name holds every word of the text, tone marks aside: names that begin with it
 * first. Reads the names of the scope (5,000 units: some milliseconds) and compares them here, so that no second spelling
 * has to be kept beside each name.
 */
export async function searchUnits(
  sql: Sql,
  scope: readonly UnitPath[],
  text: string,
  { limit, withClosed }: { limit: number; withClosed: boolean },
): Promise<FoundUnit[]> {
  const wanted = foldForSearch(text);
  const words = wanted.split(' ').filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const within = pathWithin('"path"', scope);
  const rows = await sql.all<Omit<FoundUnit, 'closedAt'> & { closedAt: RawInstant }>(
    `SELECT "id", "name", "shortName", "path", "closedAt" FROM "Unit"
      WHERE ${within.text} ${withClosed ? '' : 'AND "closedAt" IS NULL'} ORDER BY "parentId", "position", "name"`,
    ...within.values,
  );
  const found = rows.flatMap((row) => {
    const folded = `${folds(row.name)} ${folds(row.shortName)}`;
    return words.every((word) => folded.includes(word)) ? [{ row, isFirst: folds(row.name).startsWith(wanted) }] : [];
  });
  const depth = ({ path }: { path: UnitPath }) => idsOf(path).length;
  // Names that begin with it first, the higher units first, then as they stand in the tree.
  found.sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || depth(a.row) - depth(b.row));
  return found.slice(0, limit).map(({ row }) => ({ ...row, closedAt: instantOf(row.closedAt) }));
}

// Names repeat ("Tiểu đội 1") and searches come one letter after another: fold each spelling once.
const MOST_FOLDS = 20_000;
const folded = new Map<string, string>();
function folds(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDS) folded.clear();
  const made = foldForSearch(name);
  folded.set(name, made);
  return made;
}
