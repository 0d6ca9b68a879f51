import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, endOfDay, isLocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';

/**
 * The instant as of which an address asks for figures (`?asOf=2026-06-30`): the end of that day there, or null for now,
 * which today is too. Throws bad-input for what is no day and for a day that has not come.
 */
export function asOfParam(search: URLSearchParams, name = 'asOf'): Date | null {
  const text = search.get(name);
  if (!text) return null;
  const today = dateOf(now());
  if (!isLocalDate(text) || text > today) throw new AppError('bad-input', { fields: { [name]: ['not-a-day'] } });
  return text === today ? null : endOfDay(text);
}
