import { printNumber } from '../../number-text.ts';

// Excel's own formats of days; those between are hours.
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a format of numbers shows days: 'dd/mm/yyyy'. */
export function isDateFormat(id: number, code = ''): boolean {
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return DATES.has(id) || /y|d/i.test(plain) || /m+\s*[/-]/i.test(plain);
}

/** A number as the sheet shows it: a day as 22/10/2018, a share as 50%, others in Vietnamese writing. */
export function shownNumber(
  value: string,
  look: { isDate: boolean; isPercent: boolean } | undefined,
  from1904: boolean,
): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (look?.isDate && number >= 1 && number < 2_958_466) return dayOf(number + (from1904 ? 1462 : 0));
  if (look?.isPercent) return `${printNumber(Number((number * 100).toPrecision(12)))}%`;
  // What was reckoned shows no more than fifteen digits.
  return /^-?\d+$/.test(value) ? value : printNumber(Number(number.toPrecision(15)));
}

/** A count of days from 1900 as a day; Excel holds 1900 to be a leap year. */
function dayOf(count: number): string {
  const days = Math.floor(count) - (count < 60 ? 1 : 2);
  const day = new Date(Date.UTC(1900, 0, 1) + days * 86_400_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
}
