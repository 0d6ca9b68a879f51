import type { SheetCell } from '#app/kernel/sheet-cell.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Membership, PersonnelClass } from '../person.ts';
import { birthdayOf } from './birthday.ts';
import { isCrossed, membershipOf, personnelClassOf } from './class-words.ts';
import type { ColumnMap, RosterField } from './columns.ts';
import { rankOf } from './rank-words.ts';

/** What is wrong with a cell, or worth a look; words are chosen at the edge. */
export interface RowProblem {
  readonly field: RosterField;
  readonly code: RowProblemCode;
  /** What the message names: the line of the other row, the unit that is missing. */
  readonly about?: string;
}
const doubts = ['year-only', 'class-from-rank'] as const;
export type RowProblemCode =
  | (typeof doubts)[number]
  | 'missing'
  | 'too-long'
  | 'malformed'
  | 'formula'
  | 'cell-error'
  | 'repeated'
  | 'rank-unknown'
  | 'class-unknown'
  | 'class-missing'
  | 'membership-unknown'
  | 'person-outside'
  | 'day-unreadable'
  | 'day-impossible'
  | 'day-in-future'
  | 'age-odd'
  | 'unit-unknown'
  | 'unit-ambiguous'
  | 'unit-too-deep'
  | 'units-too-many'
  | 'kind-unknown'
  | 'not-text';

/** Whether a problem only wants to be seen, and keeps the row from nothing. */
export const isDoubt = ({ code }: RowProblem): boolean => (doubts as readonly string[]).includes(code);

/** A person as a row says; undefined = the row says nothing of it. */
export interface ReadPerson {
  readonly line: number;
  readonly number: string;
  readonly fullName: string;
  readonly rank?: string | null;
  readonly position?: string | null;
  readonly personnelClass?: PersonnelClass;
  readonly membership?: Membership;
  readonly bornOn?: LocalDate;
  /** The path as typed; undefined where the file has no such column or the cell is empty. */
  readonly unit?: string;
  readonly said: Partial<Record<RosterField, string>>;
  readonly problems: RowProblem[];
}

export interface Reading {
  readonly columns: ColumnMap;
  readonly today: LocalDate;
  readonly from1904: boolean;
  /** The text of a cell in NFC, old encodings converted. */
  readonly textOf: (cell: SheetCell) => string;
}

const LONGEST = { number: 40, fullName: 100, rank: 60, position: 120, unit: 600, other: 200 };

/** Reads one row; null for one that names neither number nor person (headings between, sums, signatures). */
export function readPerson(
  line: number,
  cells: readonly (SheetCell | undefined)[],
  reading: Reading,
): ReadPerson | null {
  const { columns } = reading;
  const problems: RowProblem[] = [];
  const said: Partial<Record<RosterField, string>> = {};
  const cell = (field: RosterField): SheetCell | undefined => {
    const index = columns[field];
    return index === undefined ? undefined : cells[index];
  };
  const text = (field: RosterField): string => {
    const found = cell(field);
    if (!found) return '';
    if (found.odd) {
      problems.push({ field, code: found.odd === 'formula' ? 'formula' : 'cell-error' });
      return '';
    }
    // What no text holds, and PostgreSQL does not keep.
    const whole = reading
      .textOf(found)
      .replace(/\s+/g, ' ')
      .replace(/[\p{Cc}\u200b-\u200d\ufeff]/gu, '')
      .trim();
    const longest = LONGEST[field as keyof typeof LONGEST] ?? LONGEST.other;
    if (whole.length > longest) problems.push({ field, code: 'too-long', about: String(longest) });
    if (whole !== '') said[field] = whole.slice(0, longest);
    if (whole.includes('\ufffd')) problems.push({ field, code: 'not-text' });
    return whole.slice(0, longest);
  };

  const number = text('number').replace(/\s+/g, '').toUpperCase();
  const typedName =
    columns.fullName === undefined ? `${text('familyName')} ${text('givenName')}`.trim() : text('fullName');
  if (number === '' && typedName === '' && problems.length === 0) return null;
  const filled = Object.values(cells).filter((each) => each && each.text.trim() !== '').length;
  const isHeading = filled === 1 || (number === '' && filled < 3);
  if (isHeading) return null;
  const fullName = nameOf(typedName);
  if (number === '') problems.push({ field: 'number', code: 'missing' });
  else if (!/^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u.test(number)) problems.push({ field: 'number', code: 'malformed' });
  if (fullName === '') problems.push({ field: 'fullName', code: 'missing' });
  else if (!/\p{L}/u.test(fullName) || /[<>{}=@\d]/.test(fullName))
    problems.push({ field: 'fullName', code: 'malformed' });

  const typedRank = text('rank');
  const rank = typedRank === '' ? undefined : rankOf(typedRank);
  if (rank === null) problems.push({ field: 'rank', code: 'rank-unknown' });

  const typedClass = text('personnelClass');
  const told = typedClass === '' ? undefined : personnelClassOf(typedClass);
  if (told === null) problems.push({ field: 'personnelClass', code: 'class-unknown' });

  const position = text('position');
  const day = cell('bornOn');
  const birthday =
    day && text('bornOn') !== '' ? birthdayOf({ text: said.bornOn ?? '', number: day.number }, reading) : null;
  if (birthday && 'problem' in birthday) problems.push({ field: 'bornOn', code: birthday.problem });
  if (birthday && 'year' in birthday)
    problems.push({ field: 'bornOn', code: 'year-only', about: String(birthday.year) });

  const unit = text('unit');
  return {
    line,
    number,
    fullName,
    ...(rank && { rank: rank.rank }),
    ...(position !== '' && { position: position === '-' ? null : position }),
    ...((told ?? rank?.personnelClass) && { personnelClass: (told ?? rank?.personnelClass)! }),
    ...membershipRead(text, columns, problems),
    ...(birthday && 'day' in birthday && birthday.day !== null && { bornOn: birthday.day }),
    ...(unit !== '' && { unit }),
    said,
    problems,
  };
}

function membershipRead(
  text: (field: RosterField) => string,
  columns: ColumnMap,
  problems: RowProblem[],
): { membership?: Membership } {
  const typed = text('membership');
  if (typed !== '') {
    const membership = membershipOf(typed);
    if (!membership) problems.push({ field: 'membership', code: 'membership-unknown' });
    return membership ? { membership } : {};
  }
  if (columns.party === undefined && columns.youth === undefined) return {};
  if (isCrossed(text('party'))) return { membership: 'party' };
  if (isCrossed(text('youth'))) return { membership: 'youth' };
  return columns.party !== undefined && columns.youth !== undefined ? { membership: 'none' } : {};
}

/** A name as it is stored: each word begins with a capital, and is not all capitals unless it is one letter. */
function nameOf(typed: string): string {
  const isShouted = typed === typed.toUpperCase();
  return (isShouted ? typed.toLowerCase() : typed).replace(
    /(^|[\s'-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
