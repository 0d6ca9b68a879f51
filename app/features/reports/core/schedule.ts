import { addDays, dateOf, endOfDay, type LocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';

export const periods = ['week', 'month', 'quarter'] as const;
export type Period = (typeof periods)[number];

/** The first day of the period after the one that the day lies in: a Monday, the first of a month, of a quarter. */
export function nextPeriodStart(every: Period, day: LocalDate): LocalDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (every === 'week') {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return addDays(day, 7 - ((weekday + 6) % 7));
  }
  const span = every === 'month' ? 1 : 3;
  const next = Math.floor((month - 1) / span) * span + span;
  return `${year + Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`;
}

/** When a schedule is due for the first time after `now`: as the next period begins. */
export const firstRun = (every: Period, now: Date): Date => startOfDay(nextPeriodStart(every, dateOf(now)));

/** What a run at its instant reports of (the end of the day before), and when the run after it is due. */
export function runOf(every: Period, nextAt: Date): { asOfAt: Date; datedOn: LocalDate; following: Date } {
  const datedOn = dateOf(nextAt);
  return {
    asOfAt: endOfDay(addDays(datedOn, -1)),
    datedOn,
    following: startOfDay(nextPeriodStart(every, datedOn)),
  };
}
