import type { LocalDate } from '#app/kernel/vietnam-time.ts';

/** Under which subject the log keeps what was done to one unit's day. */
export const presenceSubject = (unitId: string, day: LocalDate): string => `${unitId} ${day}`;
