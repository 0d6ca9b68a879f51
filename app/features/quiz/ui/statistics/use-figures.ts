import { formatMark, formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';

/** How the figures of statistics are written; what is not available says so and is never 0. */
export function useFigures() {
  const lang = useLang();
  const { notAvailable } = useMessages(vi, en);
  const or = (value: number | null, write: (value: number) => string) => (value === null ? notAvailable : write(value));
  return {
    count: (value: number) => formatNumber(lang, value),
    /** A fraction as per cent. */
    fraction: (value: number | null) => or(value, (each) => formatPercent(lang, each)),
    /** What is per cent already. */
    percent: (value: number | null) => or(value, (each) => formatPercent(lang, each / 100)),
    mark: (value: number | null) => or(value, (each) => formatMark(lang, each)),
    number: (value: number | null) => or(value, (each) => formatNumber(lang, each, 2)),
  };
}
