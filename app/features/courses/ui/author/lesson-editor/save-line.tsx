import { formatTime } from '#app/platform/i18n/format.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { CheckIcon, OfflineIcon, SpinnerIcon, WarningIcon } from '#app/ui/icons.tsx';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import type { KeeperState } from './draft-keeper.ts';

/** What became of the last words typed. Said aloud when it is trouble, not at every saving. */
export function SaveLine({ state, wasRestored }: { state: KeeperState; wasRestored: boolean }) {
  const { save: words } = useMessages(vi, en);
  const { status, at } = state;
  const time = at === null ? '' : formatTime(at, true);
  const isTrouble = ['offline', 'signed-out', 'refused', 'conflict'].includes(status);
  const text =
    status === 'saved'
      ? words.saved(time)
      : status === 'kept'
        ? words.kept(time)
        : wasRestored && status === 'dirty'
          ? words.restored
          : words[status];
  const Sign =
    status === 'offline' ? OfflineIcon : isTrouble ? WarningIcon : status === 'saving' ? SpinnerIcon : CheckIcon;
  const isCalm = status === 'fresh' || status === 'dirty';
  return (
    <p
      role={isTrouble ? 'alert' : undefined}
      className={`tabular flex min-h-[2.75rem] items-center gap-2 text-sm ${isTrouble ? 'font-semibold text-amber' : 'text-muted'}`}
    >
      {!isCalm && <Sign className={`h-4 w-4 ${status === 'saving' ? 'spin' : ''}`} />}
      <span>{text}</span>
    </p>
  );
}
