import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';

/** What a form did, as the address after it says: `?done=minutes&seconds=300&reached=36`. */
export function MeasureDone({ parameters }: { parameters: URLSearchParams }) {
  const words = useMessages(boardVi, boardEn).done;
  const lang = useLang();
  const count = (name: string) => Math.trunc(Number(parameters.get(name) ?? 0)) || 0;
  const [seconds, reached] = [count('seconds'), count('reached')];
  const duration = formatDuration(lang, Math.abs(seconds));
  const said: Record<string, string> = {
    minutes: seconds < 0 ? words.taken(duration, reached) : words.minutes(duration, reached),
    'give-back': words.outage(duration, reached, count('ended')),
    pause: words.pause(reached),
    resume: words.resume(reached),
    submit: words.submit,
    void: words.void,
    restart: words.restart,
    unchanged: words.unchanged,
  };
  const text = said[parameters.get('done') ?? ''];
  if (!text) return null;
  return <Notice kind={parameters.get('done') === 'unchanged' ? 'info' : 'success'} title={text} live />;
}
