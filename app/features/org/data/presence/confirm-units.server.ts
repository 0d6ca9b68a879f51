import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { isOn } from '../../core/presence/absence.ts';
import { countReasons, type DayFigures, dayFigures, sameFigures, sumOfDays } from '../../core/presence/day-figures.ts';
import type { AwayChange } from '../../core/presence/presence-plan.ts';
import { applyAwayChanges } from './absences.server.ts';
import { listConfirmedDays, putConfirmedDay } from './presence-days.server.ts';
import { listAbsencesFrom, type RollPerson } from './roll.server.ts';

export interface UnitsToConfirm {
  readonly path: UnitPath;
  readonly day: LocalDate;
  readonly units: readonly { id: string }[];
  /** Units that are confirmed even when nobody belongs to them. */
  readonly always: ReadonlySet<string>;
  /** Everybody who belongs to the units on the day. */
  readonly people: readonly RollPerson[];
  readonly attached: ReadonlyMap<string, unknown>;
  readonly planned: readonly { personId: string; changes: readonly AwayChange[] }[];
  readonly enteredById: string | null;
  readonly at: Date;
  readonly newId: () => string;
}

/**
 * Carries out what was planned for people's absences and confirms the day for their units: each gets its own figures,
 * which add up to its strength. `isNew` is false when all of it stood like this before.
 */
export async function confirmUnits(
  db: Db,
  sql: Sql,
  given: UnitsToConfirm,
): Promise<{ figures: DayFigures; isNew: boolean }> {
  const { path, day, units, always, people, attached, planned, enteredById, at, newId } = given;
  await applyAwayChanges(db, planned, { enteredById, at, newId });
  const after = await listAbsencesFrom(
    sql,
    people.map(({ personId }) => personId),
    day,
  );
  const reasonOf = (personId: string) =>
    after.get(personId)?.find((each) => isOn(each, day))?.reason ?? (attached.has(personId) ? 'attached' : null);
  const peopleOf = new Map<string, RollPerson[]>();
  for (const person of people) {
    const own = peopleOf.get(person.unitId);
    if (own) own.push(person);
    else peopleOf.set(person.unitId, [person]);
  }
  const before = new Map((await listConfirmedDays(sql, path, day, at)).map((each) => [each.unitId, each]));
  const all: DayFigures[] = [];
  let isNew = planned.length > 0;
  for (const { id } of units) {
    const own = peopleOf.get(id) ?? [];
    const last = before.get(id);
    if (own.length === 0 && !last && !always.has(id)) continue;
    const figures = dayFigures(own.length, countReasons(own.flatMap(({ personId }) => reasonOf(personId) ?? [])));
    all.push(figures);
    if (last && sameFigures(last, figures) && planned.length === 0) continue;
    isNew = true;
    await putConfirmedDay(db, { unitId: id, day, figures, enteredById, enteredAt: at });
  }
  return { figures: sumOfDays(all), isNew };
}
