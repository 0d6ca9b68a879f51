import { isLocalDate, type LocalDate } from '#app/kernel/vietnam-time.ts';

/** Text of a cell, and its number where the sheet says that it is one (a day counted from 1900). */
export interface DayCell {
  readonly text: string;
  readonly number?: number;
}

export type Birthday =
  | { readonly day: LocalDate | null }
  /** Only a year: no day can be kept. */
  | { readonly year: number }
  | { readonly problem: 'day-unreadable' | 'day-impossible' | 'day-in-future' | 'age-odd' };

export const YOUNGEST = 15;
export const OLDEST = 90;

const two = (n: number) => String(n).padStart(2, '0');
const DAY_MS = 86_400_000;

/**
 * A birthday as people write it: 30/04/1998, 30-4-98, 30.4.1998, 1998-04-30, a year alone, or a sheet's own count of days
 * (`from1904` as old Macintosh books count). `today` bounds it: nobody is born later, nor serves at 12 or at 95.
 */
export function birthdayOf(
  cell: DayCell,
  { today, from1904 = false }: { today: LocalDate; from1904?: boolean },
): Birthday {
  const text = cell.text.trim();
  if (text === '') return { day: null };
  const count = cell.number ?? (/^\d{4,5}(\.\d+)?$/.test(text) ? Number(text) : undefined);
  if (count !== undefined && !(count >= 1900 && count <= 2100)) return checked(dayOfSerial(count, from1904), today);
  if (/^\d{4}$/.test(text)) return yearOf(Number(text), today);
  const parts = /^(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})(?:[ T]\d{1,2}:.*)?$/.exec(text);
  if (!parts) {
    const month = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
    return month ? yearOf(Number(month[2]), today) : { problem: 'day-unreadable' };
  }
  const [, a = '', b = '', c = ''] = parts;
  const [year, month, day] =
    a.length === 4 ? [Number(a), Number(b), Number(c)] : [fullYear(c, today), Number(b), Number(a)];
  return checked(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, today);
}

function fullYear(text: string, today: LocalDate): number {
  if (text.length > 2) return Number(text);
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(text);
  return year > Number(today.slice(0, 4)) ? year - 100 : year;
}

/**
 * The day that a sheet counts as this; no day of the calendar where it counts none. Excel takes 1900 for a leap year: its
 * first 59 days are one too many apart from it.
 */
export function dayOfSerial(count: number, from1904: boolean): LocalDate {
  const whole = Math.floor(count);
  if (whole < 1 || whole > 80_000) return 'none';
  const origin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(origin + whole * DAY_MS).toISOString().slice(0, 10);
}

function checked(day: string, today: LocalDate): Birthday {
  if (!isLocalDate(day)) return { problem: 'day-impossible' };
  if (day > today) return { problem: 'day-in-future' };
  const age = Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
  return age < YOUNGEST || age > OLDEST ? { problem: 'age-odd' } : { day };
}

function yearOf(year: number, today: LocalDate): Birthday {
  const age = Number(today.slice(0, 4)) - year;
  if (age < 0) return { problem: 'day-in-future' };
  return age < YOUNGEST || age > OLDEST ? { problem: 'age-odd' } : { year };
}
