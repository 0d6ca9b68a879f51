import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { addDays, dateOf, type LocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';
import { between, happens } from './chance.ts';

export const minute = 60_000;
export const day = 24 * 60 * minute;

const at = (date: LocalDate, hours: number): Date =>
  new Date(Math.round(startOfDay(date).getTime() + hours * 60 * minute));

const isWeekend = (date: LocalDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** When somebody reads on a day: mostly in the evening hours kept for study, sometimes in the morning's training. */
export function studyTime(random: SeededRandom, date: LocalDate): Date {
  return at(date, happens(random, 0.7) ? between(random, 19, 20.3) : between(random, 7.6, 10.5));
}

/** When an exam is sat: on a working day, that day or the next one, morning or afternoon. */
export function examTime(random: SeededRandom, date: LocalDate): Date {
  let when = date;
  while (isWeekend(when)) when = addDays(when, 1);
  return at(when, happens(random, 0.6) ? between(random, 7.7, 10.4) : between(random, 13.7, 16.2));
}

/** The day so many days (a part counts) after an instant. */
export const daysAfter = (from: Date, days: number): LocalDate => dateOf(new Date(from.getTime() + days * day));
