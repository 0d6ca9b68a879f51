import { Link } from '@remix-run/react';
import { formatNumber, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, buttonClass } from '#app/ui/button.tsx';
import { CheckIcon, OfflineIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import type { SaveState } from './use-import-autosave.ts';

type Props = { state: SaveState; importId: string; longest: number; onOverride(): void };

/** What has been kept, and when; what stands in the way of keeping it; where another window was faster, which text goes on. */
export function SaveLine({ state, importId, longest, onOverride }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  switch (state.kind) {
    case 'conflict':
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
    case 'closed':
      return (
        <Notice kind="error" title={words.closedTitle} live>
          <p>{words.closedText}</p>
          <Link to="/author/imports">{words.toList}</Link>
        </Notice>
      );
    case 'too-long':
      return <Notice kind="error" title={words['too-long'](formatNumber(lang, longest))} live />;
    case 'signed-out':
      return (
        <Notice kind="error" title={words['signed-out']} live>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        </Notice>
      );
    default: {
      const isLost = state.kind === 'unsaved';
      const Sign = isLost ? OfflineIcon : CheckIcon;
      return (
        <p className={`flex min-h-[1.6em] items-center gap-2 text-sm ${isLost ? 'text-red' : 'text-muted'}`}>
          <Sign className="h-4 w-4" />
          {state.kind === 'saved' ? words.saved(formatTime(new Date(state.at), true)) : words[state.kind]}
        </p>
      );
    }
  }
}
