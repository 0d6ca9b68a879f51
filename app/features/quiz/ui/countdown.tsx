import { formatDuration, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ClockIcon } from '#app/ui/icons.tsx';
import { LiveRegion } from '#app/ui/live-region.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { type TimeLeft, useCountdown } from './use-countdown.ts';

type Props = { time: TimeLeft | null; deadlineAt: Date | null; onZero: () => void };

/** The time left as one calm line: whole minutes, and seconds only in the last minute. Said aloud at 10, 5 and 1 minutes. */
export function Countdown({ time, deadlineAt, onZero }: Props) {
  const words = useMessages(vi, en).attempt;
  const lang = useLang();
  const { seconds, announced } = useCountdown(time, onZero);
  if (seconds === null) return <p className="text-muted">{words.noLimit}</p>;
  const shown = seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds;
  return (
    <div className="flex items-center gap-2">
      <ClockIcon className="h-5 w-5 text-muted" />
      <p role="timer" aria-live="off">
        <span className="tabular font-semibold">
          {seconds === 0 ? words.timeUp : words.timeLeft(formatDuration(lang, shown))}
        </span>
        {deadlineAt && seconds > 0 && <span className="text-muted">, {words.until(formatTime(deadlineAt))}</span>}
      </p>
      <LiveRegion>{announced === null ? '' : words.announce(announced)}</LiveRegion>
    </div>
  );
}
