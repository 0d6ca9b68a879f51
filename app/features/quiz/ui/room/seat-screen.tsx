import { formatDuration, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ArrowLeftIcon } from '#app/ui/icons.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import type { SeatPage } from '../../queries/room/seat-page.server.ts';
import type { MeasureAnswer } from './measure-form.tsx';
import { RoomLog } from './room-log.tsx';
import { SeatMeasures } from './seat-measures.tsx';
import { SeatStateTag } from './seat-state-tag.tsx';
import { clockFace, secondsLeftOf } from './seat-times.ts';

type Props = { page: SeatPage; answer: MeasureAnswer | undefined; minutes: string };

/** One person in a room: how the seat stands, what can be done, what was done. */
export function SeatScreen({ page, answer, minutes }: Props) {
  const words = useMessages(boardVi, boardEn);
  const lang = useLang();
  const { session, seat, at, log, key } = page;
  const left = secondsLeftOf(seat, at);
  const isOpen = session.closedAt === null;
  const isReleased = session.releasedAt !== null;
  return (
    <>
      <DefinitionList
        items={[
          { term: words.seat.state, value: <SeatStateTag seat={seat} now={at} /> },
          {
            term: words.columns.answered,
            value: seat.questions === null ? '–' : formatRatio(lang, seat.answered ?? 0, seat.questions),
          },
          { term: words.columns.left, value: left === null ? '–' : clockFace(left) },
          {
            term: words.seat.extra,
            value: seat.extraSeconds > 0 ? formatDuration(lang, seat.extraSeconds) : words.seat.none,
          },
        ]}
      />
      <LinkButton to={`/exam-sessions/${session.id}/board`} icon={ArrowLeftIcon} className="screen-only">
        {words.seat.back}
      </LinkButton>
      {isOpen && isReleased && <SeatMeasures seat={seat} pageKey={key} answer={answer} minutes={minutes} />}
      {!isOpen && <p className="text-muted">{words.refusals['session-closed']}</p>}
      <RoomLog sessionId={session.id} log={log} isOpen={isOpen} />
    </>
  );
}
