import { formatMark } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';

/** '12,3 MB'; what is smaller than a tenth of one in kB. */
export const fileSize = (lang: Lang, bytes: number): string =>
  bytes < 104_858 ? `${formatMark(lang, Math.ceil(bytes / 1024))} kB` : `${formatMark(lang, bytes / 1_048_576, 1)} MB`;
