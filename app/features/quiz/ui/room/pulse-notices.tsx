import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { PulseNote } from '../../core/room/pulse-note.ts';
import { pulseEn } from '../../messages/pulse-en.ts';
import { pulseVi } from '../../messages/pulse-vi.ts';
import type { Pulse } from './use-pulse.ts';

/** What an examiner did to this attempt, in calm words: the clock is stopped, minutes came. */
export function PulseNotices({ pulse }: { pulse: Pulse }) {
  const words = useMessages(pulseVi, pulseEn);
  const lang = useLang();
  const { isPaused, notes, forgetNotes } = pulse;
  const said = ({ kind, seconds }: PulseNote) =>
    kind === 'resumed' && seconds === 0 ? words.resumedOnly : words[kind](formatDuration(lang, Math.abs(seconds)));
  return (
    <div role="status" className={isPaused || notes.length > 0 ? 'mb-6 space-y-3' : undefined}>
      {isPaused && (
        <Notice kind="warning" title={words.paused}>
          <p className="max-w-reading">{words.pausedText}</p>
          <noscript>
            <p>{words.pausedNoScript}</p>
          </noscript>
        </Notice>
      )}
      {!isPaused &&
        notes.map((note) => (
          <Notice key={note.id} kind={note.kind === 'taken' ? 'warning' : 'success'} title={said(note)}>
            {note.reason && <p>{words.reason(note.reason)}</p>}
          </Notice>
        ))}
      {!isPaused && notes.length > 0 && (
        <Button type="button" size="small" onClick={forgetNotes}>
          {words.seen}
        </Button>
      )}
    </div>
  );
}
