import { forwardRef } from 'react';
import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/captions-en.ts';
import { vi } from '../../messages/captions-vi.ts';
import type { CaptionsPage } from '../../queries/captions-page.server.ts';

type Props = { media: CaptionsPage['media']; now: string | null };

/** The film or sound with the words that are heard now, and the keys that lead it. */
export const CaptionsPlayer = forwardRef<HTMLMediaElement, Props>(function CaptionsPlayer({ media, now }, ref) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const label = `${words.player[media.kind]}: ${media.name}`;
  const about = { controls: true, preload: 'metadata', src: `/media/${media.id}`, 'aria-label': label } as const;
  return (
    <div className="space-y-3">
      {media.kind === 'film' ? (
        <video {...about} ref={ref as never} playsInline className="max-h-[50vh] w-full border border-line bg-sunken" />
      ) : (
        <audio {...about} ref={ref as never} className="w-full" />
      )}
      {media.seconds !== null && (
        <p className="tabular text-sm text-muted">{words.lasts(formatDuration(lang, media.seconds))}</p>
      )}
      <div className="border-l-4 border-line pl-3">
        <p className="text-sm text-muted">{words.now}</p>
        <p lang="vi" className="min-h-[3rem] whitespace-pre-line">
          {now ?? <span className="text-muted">{words.nothingNow}</span>}
        </p>
      </div>
      <details className="hidden border-t border-line pt-2 sm:block" open>
        <summary className="cursor-pointer font-semibold">{words.keys.title}</summary>
        <dl className="mt-1 text-sm">
          {words.keys.rows.map(([key, meaning]) => (
            <div key={key} className="flex justify-between gap-3 border-b border-line py-1">
              <dt className="whitespace-nowrap">{key}</dt>
              <dd className="text-right text-muted">{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
});
