import type { SheetRow } from '#app/kernel/sheet-cell.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { foldForSearch, nameSortKey } from '#app/kernel/vietnamese-text.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { SheetFile } from '#app/platform/documents/sheet-file.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Pace } from '#app/platform/work-under-way.server.ts';
import { isColumnNumbers } from '../../core/roster/columns.ts';
import { noCounts, type Outcome } from '../../core/roster/outcome.ts';
import { type PlannedRow, planRow } from '../../core/roster/plan-row.ts';
import { isDoubt, type ReadPerson, readPerson } from '../../core/roster/read-person.ts';
import type { SheetColumns } from '../../core/roster/sheet-columns.ts';
import type { Letters } from '../../core/roster/sheet-letters.ts';
import { type KnownUnit, type MadeUnit, UnitResolver } from '../../core/roster/unit-resolver.ts';
import type { RosterImport } from '../../data/roster/imports.server.ts';
import { listKnownPeople } from '../../data/roster/known-people.server.ts';
import { insertRows, type RowColumns } from '../../data/roster/rows.server.ts';

/** Everything that reading a file needs: the file opened and looked into, who reads, and the way to store rows. */
export interface ReadingDesk {
  readonly roster: RosterImport;
  readonly scope: readonly UnitPath[];
  readonly units: readonly KnownUnit[];
  readonly home: KnownUnit;
  readonly found: SheetColumns;
  readonly letters: Letters;
  readonly sheet: SheetFile;
  /** The rows that were read to find the heads, and where the others come from. */
  readonly first: readonly SheetRow[];
  readonly rest: AsyncGenerator<{ rows: SheetRow[]; progress: number }>;
  readonly pace: Pace;
  readonly at: Date;
  /** Stores rows in a transaction of their own, as long as nobody has cancelled. */
  write(progress: number, work: (sql: Sql) => Promise<void>): Promise<void>;
}

/** Rows are taken in by so many: a few milliseconds of work, and one look at the people who bear their numbers. */
const BATCH = 500;

/** The rows below the heads, a batch at a time. */
export async function* batchesOf({
  first,
  rest,
  found,
  letters,
}: ReadingDesk): AsyncGenerator<{ rows: SheetRow[]; progress: number }> {
  let isNext = true;
  const isWanted = ({ line, cells }: SheetRow): boolean => {
    if (line <= found.skipTo) return false;
    const isNumbers = isNext && isColumnNumbers(cells.map((cell) => (cell ? letters.textOf(cell) : '')));
    isNext = false;
    return !isNumbers;
  };
  async function* all() {
    yield { rows: first, progress: 0 };
    yield* rest;
  }
  for await (const { rows, progress } of all()) {
    const wanted = rows.filter(isWanted);
    for (let from = 0; from < wanted.length; from += BATCH) yield { rows: wanted.slice(from, from + BATCH), progress };
  }
}

export const outcomeOf = (desk: ReadingDesk): Outcome => ({
  format: desk.sheet.format,
  encoding:
    desk.letters.legacy ??
    (desk.sheet.encoding === null || desk.sheet.encoding === 'bytes' ? null : desk.sheet.encoding),
  separator: desk.sheet.separator,
  sheetName: desk.sheet.sheetName,
  headLine: desk.found.headLine,
  heads: desk.found.heads,
  columns: desk.found.columns,
  missing: desk.found.missing,
  rows: 0,
  counts: noCounts(),
  doubts: 0,
  skipped: { count: 0, lines: [] },
  unitsMade: 0,
});

const MOST_LINES_NAMED = 20;

/** Reads a file of people row by row, sets each beside what is stored, and stores what is to be done. */
export async function readPeople(desk: ReadingDesk): Promise<{ outcome: Outcome; made: readonly MadeUnit[] }> {
  const { roster, scope, home, found, letters, sheet, pace } = desk;
  const outcome = outcomeOf(desk);
  const resolver = new UnitResolver(desk.units, home, { makes: roster.makesUnits, newId });
  if (found.missing.length > 0) return { outcome, made: [] };
  const reading = {
    columns: found.columns,
    today: dateOf(desk.at),
    from1904: sheet.from1904,
    textOf: letters.textOf,
  };
  const lines = new Map<string, number>();
  const counts = noCounts();
  const skipped: number[] = [];
  let skippedCount = 0;
  let doubts = 0;
  for await (const { rows, progress } of batchesOf(desk)) {
    const people: ReadPerson[] = [];
    for (const { line, cells } of rows) {
      const person = readPerson(line, cells, reading);
      if (person) people.push(person);
      else {
        skippedCount += 1;
        if (skipped.length < MOST_LINES_NAMED) skipped.push(line);
      }
    }
    const known = await listKnownPeople(
      database().sql,
      scope,
      people.flatMap(({ number }) => (number ? [number] : [])),
    );
    const planned = people.map((person): RowColumns => {
      const row = plan(person);
      counts[row.kind] += 1;
      if (row.kind !== 'problem' && row.problems.some(isDoubt)) doubts += 1;
      return columnsOf(roster.id, person, row);
    });
    await desk.write(progress * 0.99, (sql) => insertRows(sql, 'RosterImportRow', planned));
    await pace.step(progress * 0.99);

    function plan(person: ReadPerson): PlannedRow {
      const problems = person.problems;
      const before = lines.get(person.number);
      if (before !== undefined) problems.push({ field: 'number', code: 'repeated', about: String(before) });
      else if (person.number) lines.set(person.number, person.line);
      const found = known.get(person.number);
      if (found && !found.isInScope) {
        problems.push({ field: 'number', code: 'person-outside' });
        return { kind: 'problem', decision: 'none', state: null, known: null, problems };
      }
      let unitId: string | null = null;
      if (person.unit !== undefined) {
        const resolved = resolver.resolve(person.unit, person.line);
        if ('problem' in resolved) problems.push({ field: 'unit', code: resolved.problem, about: resolved.at });
        else unitId = resolved.unitId;
      }
      const isKnownWithinHome = found !== undefined && resolver.isWithinHome(found.person.unitId);
      return planRow(person, found?.person ?? null, {
        unitId,
        homeUnitId: home.id,
        isKnownWithinHome,
        policy: roster.policy,
      });
    }
  }
  return {
    made: resolver.made,
    outcome: {
      ...outcome,
      rows: Object.values(counts).reduce((sum, n) => sum + n, 0),
      counts,
      doubts,
      skipped: { count: skippedCount, lines: skipped },
      unitsMade: resolver.made.length,
    },
  };
}

/** A row as it is stored. */
function columnsOf(
  importId: string,
  person: ReadPerson,
  { kind, decision, state, known, problems }: PlannedRow,
): RowColumns {
  const name = state?.fullName ?? person.fullName;
  const number = known?.number ?? (person.number || null);
  return {
    importId,
    line: person.line,
    kind,
    decision,
    personId: known?.id ?? (kind === 'new' ? newId() : null),
    number,
    fullName: name || null,
    sortKey: nameSortKey(name),
    searchKey: `${foldForSearch(name)} ${(number ?? '').toLowerCase()}`,
    rank: state?.rank ?? null,
    position: state?.position ?? null,
    personnelClass: state?.personnelClass ?? null,
    membership: state?.membership ?? null,
    unitId: state?.unitId ?? null,
    bornOn: state?.bornOn ?? null,
    wasFullName: known?.fullName ?? null,
    wasRank: known?.rank ?? null,
    wasPosition: known?.position ?? null,
    wasPersonnelClass: known?.personnelClass ?? null,
    wasMembership: known?.membership ?? null,
    wasUnitId: known?.unitId ?? null,
    wasBornOn: known?.bornOn ?? null,
    wasLeftAt: known?.leftAt ?? null,
    wasLeftReason: known?.leftReason ?? null,
    said: JSON.stringify(
      kind === 'problem' || problems.length > 0 ? person.said : person.unit ? { unit: person.unit } : {},
    ),
    problems: JSON.stringify(problems),
  };
}
