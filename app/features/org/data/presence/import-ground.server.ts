import type { UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { AbsenceRow } from '../../core/presence/absence-sheet.ts';
import type { ImportGround } from '../../core/presence/import-plan.ts';
import { listAbsencesFrom, listAttachedOn, listRoll, type RollPerson } from './roll.server.ts';
import { holdUnits, listUnitsOn, pathOn, type UnitOn } from './units-on.server.ts';

/** More people than this are told of by the units below, each with a file of its own. */
const MOST_PEOPLE = 10_000;

export interface LoadedGround extends ImportGround<RollPerson> {
  readonly path: UnitPath;
  readonly units: UnitOn[];
}
export type NoGround = { refused: 'future' | 'no-unit-then' | 'too-many-people' };

/**
 * What the rows of a file are judged by, for a unit found within the scope. With `hold`, others who write the presence of
 * these units wait until the transaction ends.
 */
export async function loadImportGround(
  sql: Sql,
  unitId: string,
  rows: readonly AbsenceRow[],
  { day, at, hold }: { day: LocalDate; at: Date; hold: boolean },
): Promise<LoadedGround | NoGround> {
  const today = dateOf(at);
  if (day > today) return { refused: 'future' };
  const path = await pathOn(sql, unitId, day, at);
  if (path === null) return { refused: 'no-unit-then' };
  const units = await listUnitsOn(sql, path, day, at);
  if (units.reduce((sum, { strength }) => sum + strength, 0) > MOST_PEOPLE) return { refused: 'too-many-people' };
  const unitIds = units.map(({ id }) => id);
  if (hold) await holdUnits(sql, unitIds);
  const people = await listRoll(sql, unitIds, day, at);
  const ids = people.map(({ personId }) => personId);
  const from = rows.reduce((least, { fromDay }) => (fromDay !== null && fromDay < least ? fromDay : least), day);
  const stored = await listAbsencesFrom(sql, ids, from);
  const attached = await listAttachedOn(sql, ids, day);
  const own = new Set(people.map(({ number }) => number.toUpperCase()));
  const strange = [...new Set(rows.map(({ number }) => number))].filter((number) => number !== '' && !own.has(number));
  return { path, units, day, today, people, stored, attached, elsewhere: await numbersKnown(sql, strange) };
}

/** Which of these numbers anybody bears; whose they are is not told. */
async function numbersKnown(sql: Sql, numbers: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < numbers.length; at += 500) {
    const some = numbers.slice(at, at + 500);
    const rows = await sql.all<{ number: string }>(
      `SELECT "number" FROM "Person" WHERE "number" IN (${some.map(() => '?').join(', ')})`,
      ...some,
    );
    for (const { number } of rows) known.add(number);
  }
  return known;
}
