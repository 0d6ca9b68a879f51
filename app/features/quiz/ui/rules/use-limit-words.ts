import { formatDateTime, formatDuration, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { OverrideField } from '../../core/override.ts';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';

/** A limit in words: an instant, a duration, a number of attempts, or that there is none. */
export function useLimitWords() {
  const { overrides: words } = useMessages(vi, en);
  const lang = useLang();
  return (field: OverrideField, value: Date | number | null): string => {
    if (value === null || value === 0) {
      return field === 'openAt' ? words.noOpen : field === 'closeAt' ? words.noClose : words.none;
    }
    if (value instanceof Date) return formatDateTime(lang, value);
    return field === 'timeLimitSeconds' ? formatDuration(lang, value) : words.times(formatNumber(lang, value));
  };
}
