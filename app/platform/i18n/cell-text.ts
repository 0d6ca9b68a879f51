import { formatPercent, NO_DATA } from '#app/kernel/percent.ts';
import type { CellValue, ColumnKind } from '#app/kernel/table-document.ts';
import { formatDate, formatMark, formatNumber } from './format.ts';
import type { Lang } from './language.ts';

/** A value of a table as people read it: "94,9%", "1.234", "22/11/2026"; what is not known is a dash, never 0. */
export function cellText(lang: Lang, value: CellValue, kind: ColumnKind): string {
  if (value === null) return NO_DATA;
  if (value instanceof Date) return formatDate(lang, value);
  if (typeof value === 'string') return value;
  if (kind === 'fraction') return formatPercent(value, lang);
  if (kind === 'change' && value > 0) return `+${formatNumber(lang, value)}`;
  return kind === 'grade' ? formatMark(lang, value) : formatNumber(lang, value);
}
