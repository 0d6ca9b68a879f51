import { formatDate } from '#app/kernel/vietnam-time.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import type { RowProblem } from '../../core/roster/read-person.ts';
import type { vi as rosterVi } from '../../messages/roster-vi.ts';
import type { vi as orgVi } from '../../messages/vi.ts';
import type { RosterRow } from '../../queries/roster/roster-pages.server.ts';

type Words = Messages<typeof rosterVi>;
type OrgWords = Messages<typeof orgVi>;

/** A problem as a sentence: column, what stood there, what was expected. */
export function problemWords(words: Words, { field, code, about = '' }: RowProblem, said: RosterRow['said']): string {
  const name = words.fields[field];
  const sentence = words.problems[code] as (field: string, about: string) => string;
  return words.problemAt(name, said[field] ?? '', sentence(name, about));
}

/** What applying would change of a known person, field by field. */
export function changeWords(words: Words, org: OrgWords, row: RosterRow, made: Record<string, string>): string[] {
  const classes: Record<string, string> = org.personnelClasses;
  const memberships: Record<string, string> = org.memberships;
  const unit = row.unitName ?? made[row.unitId ?? ''] ?? null;
  const pairs: [string, string | null, string | null][] = [
    [words.fields.fullName, row.wasFullName, row.fullName],
    [words.fields.bornOn, dayWords(row.wasBornOn), dayWords(row.bornOn)],
    [words.fields.rank, row.wasRank, row.rank],
    [words.fields.position, row.wasPosition, row.position],
    [
      words.fields.personnelClass,
      classes[row.wasPersonnelClass ?? ''] ?? null,
      classes[row.personnelClass ?? ''] ?? null,
    ],
    [words.fields.membership, memberships[row.wasMembership ?? ''] ?? null, memberships[row.membership ?? ''] ?? null],
    [words.fields.unit, row.wasUnitName, unit],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => words.change(field, before ?? words.nothing, after ?? words.nothing));
}

/** What a new person would be, in one line. */
export function newWords(org: OrgWords, row: RosterRow, made: Record<string, string>): string {
  const classes: Record<string, string> = org.personnelClasses;
  const memberships: Record<string, string> = org.memberships;
  return [
    row.rank,
    row.position,
    classes[row.personnelClass ?? ''],
    memberships[row.membership ?? ''],
    dayWords(row.bornOn),
    row.unitName ?? made[row.unitId ?? ''],
  ]
    .filter(Boolean)
    .join(', ');
}

const dayWords = (day: string | null): string | null => (day === null ? null : formatDate(day));
