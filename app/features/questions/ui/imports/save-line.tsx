import { formatTime } from '#app/platform/i18n/format.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, buttonClass } from '#app/ui/button.tsx';
import { CheckIcon, OfflineIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import type { SaveState } from './use-import-autosave.ts';

type Props = { state: SaveState; importId: string; onOverride(): void };

/** What has been kept, and when; where another window was faster, which text goes on. */
export function SaveLine({ state, importId, onOverride }: Props) {
  const words = useMessages(vi, en);
  if (state.kind === 'conflict')
    return (
      <Notice kind="warning" title={words.conflictTitle} live>
        <p>{words.conflictText(formatTime(new Date(state.at), true))}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <a href={`/author/imports/${importId}`} className={buttonClass({ size: 'small' })}>
            {words.takeTheirs}
          </a>
          <Button type="button" size="small" onClick={onOverride}>
            {words.keepMine}
          </Button>
        </div>
      </Notice>
    );
  const isLost = state.kind === 'unsaved';
  const Sign = isLost ? OfflineIcon : CheckIcon;
  return (
    <p className={`flex min-h-[1.6em] items-center gap-2 text-sm ${isLost ? 'text-red' : 'text-muted'}`}>
      <Sign className="h-4 w-4" />
      {state.kind === 'saved' ? words.saved(formatTime(new Date(state.at), true)) : words[state.kind]}
    </p>
  );
}
