import { formatDuration, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import type { BoardOutage } from '../../queries/room/board-reading.server.ts';
import { type MeasureAnswer, MeasureForm } from './measure-form.tsx';
import { OutageShares } from './outage-shares.tsx';

type Props = { outages: readonly BoardOutage[]; pageKey: string; answer: MeasureAnswer | undefined };

/** Outages that were noticed: one that goes on, and those whose lost time can be given back by one button. */
export function OutageNotices({ outages, pageKey, answer }: Props) {
  const words = useMessages(boardVi, boardEn).outage;
  const lang = useLang();
  const time = (at: number) => formatTime(at, true);
  return (
    <div role="status" className={outages.length > 0 ? 'space-y-4' : undefined}>
      {outages.map(({ fromAt, untilAt, silent, working, seconds, reopened, kept }) =>
        untilAt === null ? (
          <Notice key={fromAt} kind="error" title={words.going(time(fromAt), silent, working)}>
            {words.goingText}
          </Notice>
        ) : (
          <Notice key={fromAt} kind="warning" title={words.title(time(fromAt), time(untilAt), silent, working)}>
            <OutageShares reopened={reopened > 0 ? words.reopened(reopened) : null} kept={kept} />
            <MeasureForm
              kind={`give-back-${fromAt}`}
              lead={words.ask(formatDuration(lang, seconds))}
              button={words.give}
              look="primary"
              pageKey={pageKey}
              answer={answer}
              reason={words.reason(time(fromAt), time(untilAt))}
              hidden={{ do: 'give-back', from: String(fromAt) }}
            />
          </Notice>
        ),
      )}
    </div>
  );
}
