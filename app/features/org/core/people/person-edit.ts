import { isLocalDate, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { foldForSearch, nameSortKey, nfc } from '#app/kernel/vietnamese-text.ts';
import { type Membership, memberships, type PersonnelClass, personnelClasses } from '../person.ts';

/** What is kept of a person and may be typed. */
export interface PersonFields {
  readonly fullName: string;
  readonly number: string;
  readonly bornOn: LocalDate | null;
  readonly rank: string | null;
  readonly position: string | null;
  readonly personnelClass: PersonnelClass;
  readonly membership: Membership;
}

export type PersonField = keyof PersonFields;
export type PersonProblem = 'missing' | 'too-long' | 'malformed' | 'taken' | 'unknown' | 'in-future' | 'too-early';
export type PersonProblems = Partial<Record<PersonField, PersonProblem>>;
export type TypedPerson = Record<PersonField, string>;

const clean = (text: string) => nfc(text).trim().replace(/\s+/g, ' ');

/** The fields as they are kept, or what is wrong with each. Whether a number is free is asked of the database. */
export function personFieldsOf(
  typed: TypedPerson,
  today: LocalDate,
): { fields: PersonFields; problems: PersonProblems } {
  const fullName = clean(typed.fullName);
  const number = clean(typed.number);
  const bornOn = typed.bornOn.trim();
  const rank = clean(typed.rank);
  const position = clean(typed.position);
  const problems: PersonProblems = {};
  if (fullName === '') problems.fullName = 'missing';
  else if ([...fullName].length > 120) problems.fullName = 'too-long';
  else if (!/\p{L}/u.test(fullName)) problems.fullName = 'malformed';
  if (number === '') problems.number = 'missing';
  else if (number.length > 40) problems.number = 'too-long';
  else if (!/^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u.test(number)) problems.number = 'malformed';
  if (bornOn !== '') {
    if (!isLocalDate(bornOn)) problems.bornOn = 'malformed';
    else if (bornOn > today) problems.bornOn = 'in-future';
    else if (bornOn < '1900-01-01') problems.bornOn = 'too-early';
  }
  if (rank.length > 60) problems.rank = 'too-long';
  if (position.length > 160) problems.position = 'too-long';
  if (!(personnelClasses as readonly string[]).includes(typed.personnelClass)) problems.personnelClass = 'unknown';
  if (!(memberships as readonly string[]).includes(typed.membership)) problems.membership = 'unknown';
  return {
    fields: {
      ...{ fullName, number, bornOn: bornOn || null, rank: rank || null, position: position || null },
      personnelClass: typed.personnelClass as PersonnelClass,
      membership: typed.membership as Membership,
    },
    problems,
  };
}

/** Sort and search keys that follow from a name and a number. */
export const personKeys = (fullName: string, number: string) => ({
  sortKey: nameSortKey(fullName),
  searchKey: `${foldForSearch(fullName)} ${number.toLowerCase()}`,
});

/** What a person belongs as: kept by interval, so that any earlier day can be told. The others are only ever corrected. */
export const serviceFields = ['rank', 'position', 'personnelClass', 'membership'] as const;
export const identityFields = ['fullName', 'number', 'bornOn'] as const;

/** Which of these fields differ. */
export const changedFields = <Field extends PersonField>(
  before: Pick<PersonFields, Field>,
  after: Pick<PersonFields, Field>,
  fields: readonly Field[],
): Field[] => fields.filter((field) => before[field] !== after[field]);

export type DayProblem = 'malformed' | 'in-future' | 'before-last' | 'before-birth';

/**
 * Whether an order may take effect on this day: today or earlier, not before the interval under way began, not before the
 * person was born. An empty day means today. Figures count from the day of entry, whichever day is named.
 */
export function effectiveDay(
  typed: string,
  { today, lastFrom, bornOn }: { today: LocalDate; lastFrom: LocalDate | null; bornOn: LocalDate | null },
): { day: LocalDate } | { problem: DayProblem } {
  const day = typed.trim() || today;
  if (!isLocalDate(day)) return { problem: 'malformed' };
  if (day > today) return { problem: 'in-future' };
  if (bornOn && day < bornOn) return { problem: 'before-birth' };
  if (lastFrom && day < lastFrom) return { problem: 'before-last' };
  return { day };
}

export const LONGEST_NOTE = 300;
/** A note or a reason as it is kept; null when it is too long. */
export function noteOf(typed: string): string | null {
  const note = clean(typed);
  return [...note].length > LONGEST_NOTE ? null : note;
}

/** Why a person serves no longer. */
export const leaveReasons = ['discharged', 'transferred-out', 'retired', 'dismissed', 'died', 'other'] as const;
export type LeaveReason = (typeof leaveReasons)[number];
