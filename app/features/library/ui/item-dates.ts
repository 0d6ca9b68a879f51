import { formatDate } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';

/** A day of the calendar in the reader's way of writing. */
export const formatDay = (lang: Lang, day: string): string => formatDate(lang, `${day}T05:00:00Z`);
