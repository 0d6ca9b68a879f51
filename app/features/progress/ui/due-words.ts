import { dateOf, daysBetween } from '#app/kernel/vietnam-time.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from '../messages/vi.ts';

/** "Hạn 30/11/2026, còn 8 ngày": when something is due and how far that is from `asOf`. */
export function dueWords(
  words: Messages<typeof vi>['due'],
  lang: Lang,
  { dueAt, isClosed = false }: { dueAt: Date | null; isClosed?: boolean },
  asOf: Date,
): string {
  if (!dueAt) return isClosed ? `${words.none}, ${words.closed}` : words.none;
  const days = daysBetween(dateOf(asOf), dateOf(dueAt));
  const distance = asOf > dueAt ? words.past(-days) : words.left(days);
  return [words.on(formatDate(lang, dueAt)), isClosed ? words.closed : distance].join(', ');
}

/** From this many days before on, a due date is soon. */
const soonDays = 7;

export function dueKind(dueAt: Date | null, asOf: Date): 'none' | 'later' | 'soon' | 'past' {
  if (!dueAt) return 'none';
  if (asOf > dueAt) return 'past';
  return daysBetween(dateOf(asOf), dateOf(dueAt)) <= soonDays ? 'soon' : 'later';
}
