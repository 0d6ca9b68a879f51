import { formatMark } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import type { UploadProblem } from '../core/media-answer.ts';
import type { vi } from '../messages/vi.ts';

type Words = Messages<typeof vi>;

export const sizeWords = (bytes: number, words: Words, lang: Lang): string =>
  words.megabytes(formatMark(lang, bytes / 1024 / 1024, 1));

/** What is wrong with an upload, in words. */
export function uploadProblemWords(
  { problem, largest = 0 }: { problem: UploadProblem; largest?: number },
  words: Words,
  lang: Lang,
): string {
  return problem === 'too-large'
    ? words.problems['too-large'](sizeWords(largest, words, lang))
    : words.problems[problem];
}
