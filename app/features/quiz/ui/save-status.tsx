import { formatTime } from '#app/platform/i18n/format.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { CheckIcon, OfflineIcon, SpinnerIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { OutboxState } from './outbox-state.ts';

/** The receipt of the last save; or how many answers wait, and why. */
export function SaveStatus({ state: { waiting, trouble, lastSave } }: { state: OutboxState }) {
  const words = useMessages(vi, en).attempt;
  const { paused } = useMessages(sheetsVi, sheetsEn);
  if (waiting > 0 && trouble) {
    const isOffline = typeof navigator !== 'undefined' && !navigator.onLine;
    return (
      <p role="status" className="flex gap-2 font-semibold text-amber">
        <OfflineIcon className="mt-[0.2em] h-5 w-5" />
        <span>
          {trouble === 'paused'
            ? paused
            : trouble === 'signed-out'
              ? words.signedOut
              : isOffline
                ? words.offline
                : words.retrying}
          : {words.waiting(waiting)}
        </span>
      </p>
    );
  }
  if (waiting > 0) {
    return (
      <p className="flex gap-2 text-muted">
        <SpinnerIcon className="spin mt-[0.2em] h-5 w-5" />
        {words.saving}
      </p>
    );
  }
  if (!lastSave) return <p className="text-muted">{words.nothingSaved}</p>;
  return (
    <p className="flex gap-2">
      <CheckIcon className="mt-[0.2em] h-5 w-5 text-accent" />
      <span className="tabular">{words.saved(formatTime(lastSave.savedAt, true), lastSave.receipt)}</span>
    </p>
  );
}
