import { formatDuration, formatMark, formatNumber } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import { type AuthoredFile, lacksCaptions } from '../../core/media-use.ts';
import { en } from '../../messages/files-en.ts';
import { vi } from '../../messages/files-vi.ts';

type Words = Messages<typeof vi>;

export const bytesInWords = (bytes: number, words: Words, lang: Lang): string =>
  bytes < 1024 * 1024
    ? words.kilobytes(formatNumber(lang, Math.max(1, Math.round(bytes / 1024))))
    : words.megabytes(formatMark(lang, bytes / 1024 / 1024, 1));

/** Pixels of a picture, length of a film; '' where nobody knows. */
export function measureInWords({ width, height, seconds }: AuthoredFile, words: Words, lang: Lang): string {
  if (seconds !== null) return formatDuration(lang, seconds);
  return width && height ? words.pixels(formatNumber(lang, width), formatNumber(lang, height)) : '';
}

/** In which languages it has captions; nothing for what needs none. */
export function CaptionState({ file }: { file: AuthoredFile }) {
  const words = useMessages(vi, en);
  if (file.kind !== 'film' && file.kind !== 'sound') return <span className="text-muted">–</span>;
  if (lacksCaptions(file)) return <Tag kind="soon">{words.noCaptions}</Tag>;
  return <>{file.captions.map((each) => words.captionLangs[each] ?? each).join(', ')}</>;
}

/** A small picture of a picture; of anything else its ending. */
export function FileSign({ file }: { file: AuthoredFile }) {
  const lang = useLang();
  if (file.kind === 'picture') {
    const isWide = (file.width ?? 0) > 480;
    return (
      <img
        src={isWide ? `/media/${file.id}/480` : `/media/${file.id}`}
        alt=""
        loading="lazy"
        decoding="async"
        className="h-12 w-16 shrink-0 border border-line bg-sunken object-contain"
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      lang={lang}
      className="flex h-12 w-16 shrink-0 items-center justify-center border border-line bg-sunken text-sm text-muted"
    >
      {/\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase() ?? ''}
    </span>
  );
}
