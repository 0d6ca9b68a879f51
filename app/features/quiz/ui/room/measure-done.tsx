import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { KEPT_REASONS } from '../../core/room/give-back.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import { OutageShares } from './outage-shares.tsx';

/** What a form did, as the address after it says: `?done=minutes&seconds=300&reached=36`. */
export function MeasureDone({ parameters }: { parameters: URLSearchParams }) {
  const words = useMessages(boardVi, boardEn).done;
  const lang = useLang();
  const count = (name: string) => Math.trunc(Number(parameters.get(name) ?? 0)) || 0;
  const [seconds, reached] = [count('seconds'), count('reached')];
  const duration = formatDuration(lang, Math.abs(seconds));
  const said: Record<string, string> = {
    minutes: seconds < 0 ? words.taken(duration, reached) : words.minutes(duration, reached),
    'give-back': words.outage(duration, reached),
    pause: words.pause(reached),
    resume: words.resume(reached),
    submit: words.submit,
    void: words.void,
    restart: words.restart,
    unchanged: words.unchanged,
  };
  const text = said[parameters.get('done') ?? ''];
  if (!text) return null;
  const reopened = count('reopened');
  const kept = Object.fromEntries(KEPT_REASONS.map((reason) => [reason, count(`kept-${reason}`)]));
  return (
    <Notice kind={parameters.get('done') === 'unchanged' ? 'info' : 'success'} title={text} live>
      {parameters.get('done') === 'give-back' && (
        <OutageShares reopened={reopened > 0 ? words.reopened(reopened) : null} kept={kept} />
      )}
    </Notice>
  );
}
