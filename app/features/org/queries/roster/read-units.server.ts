import { foldForSearch, nameSortKey } from '#app/kernel/vietnamese-text.ts';
import { newId } from '#app/platform/ids.server.ts';
import { noCounts, type Outcome } from '../../core/roster/outcome.ts';
import { type ReadUnit, readUnit } from '../../core/roster/read-unit.ts';
import { type MadeUnit, UnitResolver } from '../../core/roster/unit-resolver.ts';
import { insertRows } from '../../data/roster/rows.server.ts';
import { batchesOf, outcomeOf, type ReadingDesk } from './read-people.server.ts';

/** Reads a file of units. Parents may stand below their children: what waits for its parent is tried again. */
export async function readUnits(desk: ReadingDesk): Promise<{ outcome: Outcome; made: readonly MadeUnit[] }> {
  const { roster, home, found, letters } = desk;
  const outcome = outcomeOf(desk);
  if (found.missing.length > 0) return { outcome, made: [] };
  const resolver = new UnitResolver(desk.units, home, { makes: true, newId });
  const rows: ReadUnit[] = [];
  for await (const batch of batchesOf(desk)) {
    for (const { line, cells } of batch.rows) {
      const unit = readUnit(line, cells, { columns: found.columns, textOf: letters.textOf });
      if (unit) rows.push(unit);
    }
    await desk.pace.step(batch.progress * 0.5);
  }
  const kinds = new Map<number, 'new' | 'unchanged' | 'problem'>();
  const ids = new Map<number, string>();
  let waiting = rows.filter(({ line, problems }) => {
    if (problems.length > 0) kinds.set(line, 'problem');
    return problems.length === 0;
  });
  for (let before = waiting.length + 1; waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter((unit) => {
      const parent = unit.parent === null ? null : resolver.find(unit.parent);
      if (parent && 'problem' in parent) return true;
      const names = parent ? pathTo(resolver, parent.unitId, home.id) : [];
      const made = resolver.made.length;
      const place = resolver.resolve([...names, unit.path].join(' / '), unit.line, unit);
      if ('problem' in place) {
        unit.problems.push({ field: 'unit', code: place.problem, about: place.at });
        kinds.set(unit.line, 'problem');
      } else {
        ids.set(unit.line, place.unitId);
        kinds.set(unit.line, resolver.made.length > made ? 'new' : 'unchanged');
      }
      return false;
    });
  }
  for (const unit of waiting) {
    unit.problems.push({ field: 'parent', code: 'unit-unknown', about: unit.parent ?? '' });
    kinds.set(unit.line, 'problem');
  }
  const counts = noCounts();
  for (const kind of kinds.values()) counts[kind] += 1;
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows.slice(from, from + 500).map((unit) => ({
      importId: roster.id,
      line: unit.line,
      kind: kinds.get(unit.line) ?? 'problem',
      decision: kinds.get(unit.line) === 'new' ? 'apply' : 'none',
      fullName: unit.name,
      sortKey: nameSortKey(unit.name),
      searchKey: foldForSearch(unit.path),
      unitId: ids.get(unit.line) ?? null,
      said: JSON.stringify({ ...unit.said, unit: unit.path }),
      problems: JSON.stringify(unit.problems),
    }));
    await desk.write(0.5 + (0.49 * from) / rows.length, (sql) => insertRows(sql, 'RosterImportRow', part));
    await desk.pace.step(0.5 + (0.49 * from) / rows.length);
  }
  return { made: resolver.made, outcome: { ...outcome, rows: rows.length, counts, unitsMade: resolver.made.length } };
}

/** The names from below the file's unit down to a unit, so that its children are found and made under it. */
function pathTo(resolver: UnitResolver, unitId: string, homeId: string): string[] {
  const names: string[] = [];
  for (
    let unit = resolver.unit(unitId);
    unit && unit.id !== homeId;
    unit = unit.parentId ? resolver.unit(unit.parentId) : undefined
  )
    names.unshift(unit.name);
  return names;
}
