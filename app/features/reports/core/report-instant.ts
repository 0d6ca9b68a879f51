import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';

/** The instant as of which a report of that day holds: its end, or now where the day is today; null for a day to come. */
export function reportInstant(day: LocalDate, now: Date): Date | null {
  const today = dateOf(now);
  if (day > today) return null;
  return day === today ? now : endOfDay(day);
}

/** Only of a day that is over do the figures stand still. */
export const isOver = (day: LocalDate, now: Date): boolean => day < dateOf(now);
