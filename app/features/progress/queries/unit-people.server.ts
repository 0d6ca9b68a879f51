import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { dueFor } from '#app/features/courses/core/assignment.ts';
import { absenteesOn } from '#app/features/org/queries/presence/present-on.server.ts';
import type { UnitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { idsBelow } from '#app/kernel/unit-path.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { everybody, type PeopleFilter } from '../core/people-filter.ts';
import { daysLate } from '../core/status.ts';
import { listUnitsThen } from '../data/picture/units-then.server.ts';
import { loadStudiedRevisions } from '../data/studied-revisions.server.ts';
import { countUnitPeople, listUnitPeople, type PersonStanding } from '../data/unit-people.server.ts';
import type { AssignmentChoice } from './assignment-choice.server.ts';
import { unitAt } from './picture/unit-at.server.ts';

/** Rows of one page of the list. */
export const peoplePerPage = 50;

export interface ListedPerson extends Omit<PersonStanding, 'unitPath' | 'pathNow' | 'ownDueAt'> {
  /** Short names from the person's own unit up to the one that is looked at, itself only for its own people. */
  unitNames: string[];
  /** Whole days past the due date; null = not late. */
  daysLate: number | null;
  /** How many lessons the revision has that the person studies; 0 = the rule does not ask for lessons. */
  lessonsTotal: number;
  /** The person's page is within the actor's reach today. */
  isReachable: boolean;
}

export interface UnitPeople {
  unit: { id: string; name: string; shortName: string };
  above: UnitPlace['above'];
  asOf: Date;
  /** The day whose end is looked at; null = now. */
  asOfDay: LocalDate | null;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
  /** Of the newest revision; 0 = the rule does not ask for lessons. */
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
 * The people of a unit and everything below it beside where they stand, as of the end of a day (null = now): every one of
 * them, so that they add up to the strength. Some nine queries; `page: 'all'` gives the whole list for an export. Throws like
 * `unitAt`.
 */
export async function unitPeople(
  actor: Actor,
  unitId: string,
  {
    assignmentId,
    filter,
    page,
    asOf: then = null,
  }: { assignmentId: string | null; filter: PeopleFilter; page: number | 'all'; asOf?: Date | null },
): Promise<UnitPeople> {
  const { unit, above, path, chosen, assignments, assignment, asOf, asOfDay } = await unitAt(actor, unitId, {
    assignmentId,
    asOf: then,
  });
  const { sql } = database();
  const dueAt = chosen?.dueAt ?? null;
  const away = filter.presence === null ? [] : await absenteesOn(sql, path, dateOf(asOf));
  const awayIds = away.map(({ personId }) => personId);
  const question = { path, assignmentId: chosen?.id ?? '', dueAt, now: asOf, asOf: then, filter, awayIds };
  const total = await countUnitPeople(sql, question);
  const pages = page === 'all' ? 1 : Math.max(1, Math.ceil(total / peoplePerPage));
  const current = page === 'all' ? 1 : Math.min(Math.max(1, page), pages);
  const limit = page === 'all' ? null : peoplePerPage;
  const rows = await listUnitPeople(sql, question, { limit, offset: (current - 1) * peoplePerPage });
  const units = await listUnitsThen(
    sql,
    rows.flatMap((row) => idsBelow(path, row.unitPath)),
    then,
  );
  const nameOf = new Map(units.map(({ id, shortName }) => [id, shortName]));
  const dueOf = (own: Date | null) => dueFor(dueAt, own);
  const asksLessons = chosen?.rule.lessons === 'all' && then === null;
  const ids = rows.map(({ personId }) => personId);
  const studied = asksLessons ? await loadStudiedRevisions(sql, chosen.courseId, ids) : null;
  return {
    ...{ unit: { id: unit.id, name: unit.name, shortName: unit.shortName }, above, asOf, asOfDay, filter },
    ...{ assignments, assignment },
    lessonsTotal: studied?.newestTotal ?? 0,
    people: rows.map(({ unitPath, pathNow, ownDueAt, ...row }) => ({
      ...row,
      lessonsTotal: studied?.lessonsTotal(row.personId) ?? 0,
      unitNames: idsBelow(path, unitPath).map((id) => nameOf.get(id) ?? ''),
      daysLate: row.standing === 'not-assigned' ? null : daysLate(row.standing, dueOf(ownDueAt), asOf),
      isReachable: pathNow !== null && may(actor, 'unit.view', pathNow),
    })),
    total,
    strength: await countUnitPeople(sql, { ...question, filter: everybody }),
    ...{ page: current, pages },
  };
}
