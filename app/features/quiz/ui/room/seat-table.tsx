import { Link } from '@remix-run/react';
import { formatDateTime, formatDuration, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { BoardSeat } from '../../core/room/board.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import { seatAddress } from './board-address.ts';
import { SeatStateTag } from './seat-state-tag.tsx';
import { clockFace, secondsLeftOf } from './seat-times.ts';

type Props = { sessionId: string; seats: readonly BoardSeat[]; caption: string; isFiltered: boolean; now: number };

/** The people of a room, those who need attention first. */
export function SeatTable({ sessionId, seats, caption, isFiltered, now }: Props) {
  const words = useMessages(boardVi, boardEn);
  const lang = useLang();
  const heads = words.columns;
  const isOpen = ({ state }: BoardSeat) => state === 'working' || state === 'silent';
  const columns: Column<BoardSeat>[] = [
    { key: 'number', header: heads.number, isNumber: true, cell: (seat) => seat.number },
    {
      key: 'name',
      header: heads.name,
      isRowHeader: true,
      cell: (seat) => (
        <>
          <Link to={seatAddress(sessionId, seat.personId)}>{seat.name}</Link>
          {seat.rank && <span className="block text-sm font-normal text-muted">{seat.rank}</span>}
        </>
      ),
    },
    { key: 'unit', header: heads.unit, cell: (seat) => seat.unit },
    { key: 'state', header: heads.state, cell: (seat) => <SeatStateTag seat={seat} now={now} /> },
    {
      key: 'answered',
      header: heads.answered,
      isNumber: true,
      cell: (seat) => (seat.questions === null ? '–' : formatRatio(lang, seat.answered ?? 0, seat.questions)),
    },
    {
      key: 'left',
      header: heads.left,
      isNumber: true,
      cell: (seat) => {
        const left = secondsLeftOf(seat, now);
        if (left !== null) return clockFace(left);
        return isOpen(seat) && seat.questions !== null ? words.noLimit : '–';
      },
    },
    {
      key: 'seen',
      header: heads.seen,
      cell: ({ seenAt }) => {
        if (seenAt === null) return words.never;
        const seconds = Math.max(0, (now - seenAt) / 1000);
        // Hours ago (a board that is looked at afterwards) the instant itself says more.
        if (seconds >= 3600) return formatDateTime(lang, new Date(seenAt));
        return words.ago(formatDuration(lang, roughly(seconds)));
      },
    },
    {
      key: 'act',
      header: heads.action,
      cell: (seat) => (
        <LinkButton
          to={seatAddress(sessionId, seat.personId)}
          size="small"
          className="whitespace-nowrap"
          aria-label={words.actOn(seat.name)}
        >
          {words.act}
        </LinkButton>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={seats}
      rowKey={({ personId }) => personId}
      empty={
        <EmptyState title={isFiltered ? words.empty : words.noSeats}>
          {isFiltered ? words.emptyText : words.noSeatsText}
        </EmptyState>
      }
    />
  );
}

/** By five seconds in the first minute, then by minutes: a figure that does not jump all the time. */
function roughly(seconds: number): number {
  return seconds < 60 ? Math.floor(seconds / 5) * 5 : Math.floor(seconds / 60) * 60;
}
