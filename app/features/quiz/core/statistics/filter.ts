import type { LocalDate } from '#app/kernel/vietnam-time.ts';

/** Which attempts of a person count: all that are graded, or each person's first alone. */
export const ATTEMPT_CHOICES = ['all', 'first'] as const;
/** Which versions of the questions the table lists. */
export const VERSION_CHOICES = ['all', 'current'] as const;

/** What the statistics are narrowed to. Days are meant in Việt Nam, both included; null narrows nothing. */
export interface StatisticsFilter {
  readonly unitId: string | null;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly attempts: (typeof ATTEMPT_CHOICES)[number];
  readonly versions: (typeof VERSION_CHOICES)[number];
}

export const noFilter: StatisticsFilter = { unitId: null, from: null, until: null, attempts: 'all', versions: 'all' };
