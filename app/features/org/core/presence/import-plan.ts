import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { type AbsenceReason, type DaySpan, isOn, type StoredAway } from './absence.ts';
import type { AbsenceField, AbsenceProblem, AbsenceProblemCode, AbsenceRow } from './absence-sheet.ts';
import { type AwayChange, presencePlan, presenceProblem, type SaidPresence } from './presence-plan.ts';

interface ListedPerson {
  readonly personId: string;
  readonly number: string;
}

/** What a file is judged by: who belongs to the unit's subtree on the day, and how they are away as stored. */
export interface ImportGround<Person extends ListedPerson = ListedPerson> {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly people: readonly Person[];
  readonly stored: ReadonlyMap<string, readonly StoredAway[]>;
  /** Serve with another unit for a while: told elsewhere, so that a file says nothing new of them. */
  readonly attached: ReadonlyMap<string, unknown>;
  /** Numbers of the file that people elsewhere bear, or who left. */
  readonly elsewhere: ReadonlySet<string>;
}

export interface ImportedChange<Person> {
  readonly person: Person;
  readonly kind: 'new' | 'changed' | 'ended';
  readonly before: ({ reason: AbsenceReason } & DaySpan) | null;
  readonly after: ({ reason: AbsenceReason } & DaySpan) | null;
}

export interface ImportPlan<Person> {
  readonly problems: AbsenceProblem[];
  readonly planned: { personId: string; changes: AwayChange[] }[];
  /** What becomes of people, in the order of the roll. */
  readonly changes: ImportedChange<Person>[];
}

/**
 * What a file says of a day: whom it names is away as told, whom it does not name is present. A day that the file leaves
 * open stays as stored where the person is away for that reason already. A problem anywhere leaves nothing to be done.
 */
export function importPlan<Person extends ListedPerson>(
  rows: readonly AbsenceRow[],
  ground: ImportGround<Person>,
): ImportPlan<Person> {
  const { day, today, people, stored, attached, elsewhere } = ground;
  const byNumber = new Map(people.map((person) => [person.number.toUpperCase(), person]));
  const currentOf = (personId: string) => stored.get(personId)?.find((each) => isOn(each, day)) ?? null;
  const lineOf = new Map<string, number>();
  const said = new Map<string, SaidPresence>();
  const problems: AbsenceProblem[] = [];
  for (const row of rows) {
    const problem = (field: AbsenceField, code: AbsenceProblemCode, about = '') =>
      problems.push({ line: row.line, field, code, about });
    const { number, fromDay, untilDay } = row;
    const first = lineOf.get(number);
    const person = byNumber.get(number);
    if (number !== '' && first !== undefined) problem('number', 'repeated', String(first));
    else if (number !== '' && !person)
      problem('number', elsewhere.has(number) ? 'other-unit' : 'number-unknown', number);
    if (first === undefined) lineOf.set(number, row.line);
    if (fromDay !== null && untilDay !== null && fromDay > untilDay) problem('untilDay', 'reversed');
    else {
      const wrong = presenceProblem(saidOf(row, '', null, day), day);
      if (wrong === 'from-after-day') problem('fromDay', wrong);
      if (wrong === 'until-before-day') problem('untilDay', wrong);
    }
    if (person) said.set(person.personId, saidOf(row, person.personId, currentOf(person.personId), day));
  }
  if (problems.length > 0) return { problems, planned: [], changes: [] };

  const planned: ImportPlan<Person>['planned'] = [];
  const changes: ImportedChange<Person>[] = [];
  for (const person of people) {
    const { personId } = person;
    if (attached.has(personId)) continue;
    const says = said.get(personId) ?? { personId, reason: null };
    const own = presencePlan(stored.get(personId) ?? [], says, { day, today });
    if (own.length === 0) continue;
    planned.push({ personId, changes: own });
    const before = currentOf(personId);
    const after = says.reason === null ? null : says;
    changes.push({ person, kind: after === null ? 'ended' : before === null ? 'new' : 'changed', before, after });
  }
  return { problems, planned, changes };
}

function saidOf(row: AbsenceRow, personId: string, current: StoredAway | null, day: LocalDate): SaidPresence {
  const { reason } = row;
  if (reason === null) return { personId, reason };
  const kept = current?.reason === reason ? current : null;
  return {
    ...{ personId, reason },
    fromDay: row.fromDay ?? kept?.fromDay ?? day,
    untilDay: row.untilDay ?? kept?.untilDay ?? null,
    note: row.note || (kept?.note ?? ''),
  };
}
