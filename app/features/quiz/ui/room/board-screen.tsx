import { useSearchParams } from '@remix-run/react';
import { formatTime } from '#app/platform/i18n/format.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { OfflineIcon } from '#app/ui/icons.tsx';
import { LiveRegion } from '#app/ui/live-region.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { countBoard, viewBoard } from '../../core/room/board.ts';
import { FORGOTTEN_AFTER_HOURS } from '../../core/room/session.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import type { BoardPage } from '../../queries/room/board-page.server.ts';
import { readBoardSearch } from './board-address.ts';
import { BoardFilterBar } from './board-filter.tsx';
import type { MeasureAnswer } from './measure-form.tsx';
import { OutageNotices } from './outage-notices.tsx';
import { RoomLog } from './room-log.tsx';
import { RoomMeasures } from './room-measures.tsx';
import { SeatTable } from './seat-table.tsx';
import { type BoardLink, useBoard } from './use-board.ts';

type Props = { page: BoardPage; answer: MeasureAnswer | undefined };

/** A room as it is now: what needs attention, who is where, and what can be done about it. */
export function BoardScreen({ page, answer }: Props) {
  const words = useMessages(boardVi, boardEn);
  const { session, log, key } = page;
  const { board, link, now } = useBoard(session.id, page.board);
  const [parameters] = useSearchParams();
  const looked = readBoardSearch(parameters);
  const { seats, session: room } = board;
  const counts = countBoard(seats);
  const view = viewBoard(seats, looked);
  const isOpen = room.releasedAt !== null && room.closedAt === null;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <LinkLine link={link} at={board.at} />
        {/* The list is long, and an outage is no time to scroll. */}
        {isOpen && (
          <a href="#measures" className="screen-only">
            {words.measures.jump}
          </a>
        )}
      </div>
      {room.releasedAt === null && (
        <Notice title={words.notReleased}>
          {words.notReleasedText}{' '}
          <LinkButton to={`/exam-sessions/${session.id}/plan`} look="quiet">
            {words.toSession}
          </LinkButton>
        </Notice>
      )}
      {room.pausedAt !== null && (
        <Notice kind="warning" title={words.roomPaused}>
          {words.roomPausedText(formatTime(room.pausedAt, true))}
        </Notice>
      )}
      {isOpen &&
        room.pausedAt === null &&
        counts.submitted > 0 &&
        counts.working + counts.silent + counts.waiting === 0 && (
          <Notice title={words.allDone}>
            {words.allDoneText(FORGOTTEN_AFTER_HOURS)}{' '}
            <LinkButton to={`/exam-sessions/${session.id}/plan`} look="quiet">
              {words.toSession}
            </LinkButton>
          </Notice>
        )}
      <OutageNotices outages={board.outages} pageKey={key} answer={answer} />
      <BoardFilterBar counts={counts} looked={looked} />
      <LiveRegion>{words.silentNow(counts.silent)}</LiveRegion>
      <SeatTable
        sessionId={session.id}
        seats={view.seats}
        caption={words.caption(view.found, seats.length)}
        isFiltered={looked.filter !== 'all' || looked.search !== ''}
        now={now}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        words={{
          label: words.pages,
          previous: words.previous,
          next: words.next,
          position: words.position(view.page, view.pages, view.found),
        }}
      />
      {isOpen && (
        <Section title={words.measures.title} lead={words.measures.lead} id="measures" className="screen-only">
          <RoomMeasures session={room} pageKey={key} answer={answer} minutes={parameters.get('minutes') ?? ''} />
        </Section>
      )}
      <RoomLog sessionId={session.id} log={log} isOpen={isOpen} />
    </>
  );
}

function LinkLine({ link, at }: { link: BoardLink; at: number }) {
  const words = useMessages(boardVi, boardEn);
  const isWell = link === 'live' || link === 'polling' || link === 'ended';
  return (
    <div className="screen-only text-sm text-muted">
      <p role="status" className={isWell ? undefined : 'flex items-center gap-2 font-semibold text-red'}>
        {!isWell && <OfflineIcon />}
        {words.link[link]}
        {isWell && link !== 'ended' && `, ${words.asOf(formatTime(at, true))}`}
      </p>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
    </div>
  );
}
