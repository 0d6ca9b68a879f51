import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pulseEn } from '../../messages/pulse-en.ts';
import { pulseVi } from '../../messages/pulse-vi.ts';
import type { Pulse } from './use-pulse.ts';

/** What an examiner did to this attempt, in calm words: the clock is stopped, minutes came. */
export function PulseNotices({ pulse }: { pulse: Pulse }) {
  const words = useMessages(pulseVi, pulseEn);
  const lang = useLang();
  const { isPaused, note, forgetNote } = pulse;
  const said = note && words[note.kind](formatDuration(lang, Math.abs(note.seconds)));
  return (
    <div role="status" className={isPaused || note ? 'mb-6 space-y-3' : undefined}>
      {isPaused && (
        <Notice kind="warning" title={words.paused}>
          <p className="max-w-reading">{words.pausedText}</p>
          <noscript>
            <p>{words.pausedNoScript}</p>
          </noscript>
        </Notice>
      )}
      {note && !isPaused && (
        <Notice kind={note.kind === 'taken' ? 'warning' : 'success'} title={said}>
          {note.reason && <p>{words.reason(note.reason)}</p>}
          <Button type="button" size="small" onClick={forgetNote} className="mt-2">
            {words.seen}
          </Button>
        </Notice>
      )}
    </div>
  );
}
