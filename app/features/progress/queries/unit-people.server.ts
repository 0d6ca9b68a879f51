import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { PeopleFilter } from '../core/people-filter.ts';
import { daysLate } from '../core/status.ts';
import { countLessons } from '../data/standings.server.ts';
import { countUnitPeople, listUnitPeople, type PersonStanding } from '../data/unit-people.server.ts';
import { listUnitNames, sumStrength } from '../data/units.server.ts';
import { type AssignmentChoice, assignmentChoice } from './assignment-choice.server.ts';

/** Rows of one page of the list. */
export const peoplePerPage = 50;

export interface ListedPerson extends Omit<PersonStanding, 'unitPath'> {
  /** Short names from the person's own unit up to the one that is looked at, itself only for its own people. */
  unitNames: string[];
  /** Whole days past the due date; null = not late. */
  daysLate: number | null;
}

export interface UnitPeople {
  unit: { id: string; name: string; shortName: string };
  above: UnitPlace['above'];
  asOf: Date;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
  lessonsTotal: number;
  filter: PeopleFilter;
  people: ListedPerson[];
  /** How many match the filter, of how many there are. */
  total: number;
  strength: number;
  page: number;
  pages: number;
}

/**
 * The people of a unit and everything below it beside where they stand: every one of them, so that they add up to the
 * strength. Eight queries; `page: 'all'` gives the whole list for an export. Throws like `unitDashboard`.
 */
export async function unitPeople(
  actor: Actor,
  unitId: string,
  { assignmentId, filter, page }: { assignmentId: string | null; filter: PeopleFilter; page: number | 'all' },
): Promise<UnitPeople> {
  const { unit, above } = await unitPlace(actor, unitId);
  const { sql } = database();
  const { choices, chosen } = await assignmentChoice(unit.path, assignmentId);
  const asOf = now();
  const dueAt = chosen?.dueAt ?? null;
  const question = { path: unit.path, assignmentId: chosen?.id ?? '', dueAt, now: asOf, filter };
  const total = await countUnitPeople(sql, question);
  const pages = page === 'all' ? 1 : Math.max(1, Math.ceil(total / peoplePerPage));
  const current = page === 'all' ? 1 : Math.min(Math.max(1, page), pages);
  const limit = page === 'all' ? null : peoplePerPage;
  const rows = await listUnitPeople(sql, question, { limit, offset: (current - 1) * peoplePerPage });
  const nameOf = await shortNames(rows.flatMap((row) => idsBelow(unit.path, row.unitPath)));
  return {
    ...{ unit: { id: unit.id, name: unit.name, shortName: unit.shortName }, above, asOf, filter },
    assignments: choices,
    assignment: choices.find((each) => each.id === chosen?.id) ?? null,
    lessonsTotal: chosen?.rule.lessons === 'all' ? await countLessons(sql, chosen.courseId) : 0,
    people: rows.map(({ unitPath, ...row }) => ({
      ...row,
      unitNames: idsBelow(unit.path, unitPath).map((id) => nameOf.get(id) ?? ''),
      daysLate: row.standing === 'not-assigned' ? null : daysLate(row.standing, dueAt, asOf),
    })),
    ...{ total, strength: await sumStrength(sql, unit.path), page: current, pages },
  };
}

/** The ids from the own unit up to, but without, the unit at `top`; of `top` itself its own. */
function idsBelow(top: UnitPath, path: UnitPath): string[] {
  const ids = idsOf(path).slice(path === top ? -1 : idsOf(top).length);
  return ids.reverse();
}

async function shortNames(ids: readonly string[]): Promise<Map<string, string>> {
  const units = await listUnitNames(database().sql, [...new Set(ids)]);
  return new Map(units.map(({ id, shortName }) => [id, shortName]));
}
