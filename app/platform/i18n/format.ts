import type { Lang } from './language.ts';

/**
 * Numbers, dates and durations as people here write them. Written out rather than left to Intl: the server's and the
 * browser's tables differ between versions, and the same page must be printed twice alike.
 */

/** 1234567.5 -> "1.234.567,5" (vi), "1,234,567.5" (en). */
export function formatNumber(lang: Lang, value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const [thousands, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  const isZero = /^0*$/.test(whole + (fraction ?? ''));
  return (value < 0 && !isZero ? '−' : '') + grouped + (fraction ? point + fraction : '');
}

/** A mark: up to two decimals, no trailing zeros. 7.5 -> "7,5"; 10 -> "10". */
export function formatMark(lang: Lang, value: number, decimals = 2): string {
  const whole = formatNumber(lang, value, decimals);
  return decimals > 0 ? whole.replace(/[.,]?0+$/, '') : whole;
}

/** A fraction 0..1 as "94,9%". */
export function formatPercent(lang: Lang, fraction: number, decimals = 1): string {
  return `${formatMark(lang, fraction * 100, decimals)}%`;
}

/** Always with the denominator: "112/118". */
export function formatRatio(lang: Lang, part: number, whole: number): string {
  return `${formatNumber(lang, part)}/${formatNumber(lang, whole)}`;
}

type Instant = Date | string | number;
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** Ho Chi Minh City keeps UTC+7 all year. */
const inVietnam = (instant: Instant) => new Date(new Date(instant).getTime() + 7 * 3_600_000);

/** "22/11/2026" (vi), "22 Nov 2026" (en). */
export function formatDate(lang: Lang, instant: Instant): string {
  const at = inVietnam(instant);
  return lang === 'vi'
    ? `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`
    : `${at.getUTCDate()} ${monthsEn[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** "08:15", or "08:15:32" with seconds. */
export function formatTime(instant: Instant, withSeconds = false): string {
  const at = inVietnam(instant);
  const minutes = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return withSeconds ? `${minutes}:${two(at.getUTCSeconds())}` : minutes;
}

/** "08:15 ngày 22/11/2026" (vi), "08:15, 22 Nov 2026" (en). */
export function formatDateTime(lang: Lang, instant: Instant): string {
  return formatTime(instant) + (lang === 'vi' ? ' ngày ' : ', ') + formatDate(lang, instant);
}

/** "1 giờ 30 phút", "45 phút", "20 giây". */
export function formatDuration(lang: Lang, seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const parts: [number, string, string][] = [
    [Math.floor(total / 3600), 'giờ', 'hour'],
    [Math.floor((total % 3600) / 60), 'phút', 'minute'],
    [total % 60, 'giây', 'second'],
  ];
  const said = parts.filter(([count]) => count > 0);
  const shown = said.length > 0 ? said : parts.slice(2);
  return shown.map(([n, vi, en]) => `${n} ${lang === 'vi' ? vi : n === 1 ? en : `${en}s`}`).join(' ');
}
