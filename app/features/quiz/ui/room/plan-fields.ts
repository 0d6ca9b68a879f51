import { dateOf } from '#app/kernel/vietnam-time.ts';
import { formatTime } from '#app/platform/i18n/format.ts';

/** The day there, as a field of a form holds it. */
export const dateFieldOf = (instant: Date): string => dateOf(new Date(instant));

/** The wall clock there, as a field of a form holds it. */
export const timeFieldOf = (instant: Date): string => formatTime(instant);
