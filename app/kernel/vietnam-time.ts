// Việt Nam has kept UTC+7 without summer time since 1975: a constant is exact and needs no time zone data on the machine.
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A calendar day in Asia/Ho_Chi_Minh, 'YYYY-MM-DD': its order as text is its order in time. */
export type LocalDate = string;

/** Whether the text is a day that exists, written 'YYYY-MM-DD'. */
export function isLocalDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const utc = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(text);
}

/** The instant at which the day begins there. Throws RangeError for a day that does not exist. */
export function startOfDay(date: LocalDate): Date {
  return new Date(utcMidnight(date) - OFFSET_MS);
}

/** The last millisecond of the day there, 23:59:59.999: what a due date means. Throws RangeError like `startOfDay`. */
export function endOfDay(date: LocalDate): Date {
  return new Date(utcMidnight(date) + DAY_MS - 1 - OFFSET_MS);
}

/** The day there on which the instant falls. */
export function dateOf(instant: Date): LocalDate {
  return wallClock(instant).slice(0, 10);
}

/** The day `days` later (earlier when negative): 365 days from 01/01/2028 is 31/12/2028. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day `years` later: one year from 01/01/2028 is 01/01/2029; 29/02 becomes 28/02 where it is missing. */
export function addYears(date: LocalDate, years: number): LocalDate {
  utcMidnight(date);
  const year = Number(date.slice(0, 4)) + years;
  const same = `${year}${date.slice(4)}`;
  return isLocalDate(same) ? same : `${year}-02-28`;
}

/** The same day `months` later; one that the month does not have becomes its last: 31/01 and one month is 28/02 or 29/02. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  utcMidnight(date);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const text = last.toISOString().slice(0, 8);
  return `${text}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`;
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_MS;
}

/** '22/11/2026', of a day or of the instant there. */
export function formatDate(when: Date | LocalDate): string {
  const [year, month, day] = (typeof when === 'string' ? when : dateOf(when)).split('-');
  return `${day}/${month}/${year}`;
}

/**
 * The parts of a day as an official document writes it: two digits for days below 10 and for January and February alone
 * (Decree 30/2020/NĐ-CP), '05', '3', '2027'.
 */
export function officialDay(when: Date | LocalDate): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = (typeof when === 'string' ? when : dateOf(when)).split('-');
  return { day, month: Number(month) <= 2 ? month : String(Number(month)), year };
}

/** '08:15:32', the wall clock there. */
export function formatTime(instant: Date): string {
  return wallClock(instant).slice(11, 19);
}

/** '22/11/2026 08:15', to the minute; where seconds matter, put `formatTime` beside `formatDate`. */
export function formatDateTime(instant: Date): string {
  return `${formatDate(instant)} ${formatTime(instant).slice(0, 5)}`;
}

function wallClock(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}

function utcMidnight(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`Not a day: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
