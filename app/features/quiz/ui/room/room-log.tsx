import { Link } from '@remix-run/react';
import { formatDateTime, formatDuration, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/page.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import type { RoomEvent } from '../../queries/room/board-page.server.ts';
import { seatAddress } from './board-address.ts';

type Props = { sessionId: string; log: readonly RoomEvent[]; isOpen: boolean };

/** What was done in a room: what, with whom, why, by whom. Minutes given can be taken back from here. */
export function RoomLog({ sessionId, log, isOpen }: Props) {
  const words = useMessages(boardVi, boardEn);
  const lang = useLang();
  const what = ({ op, seconds, target }: RoomEvent) => {
    if (op !== 'quiz.minutes-given' || seconds === null) return words.ops[op];
    const duration = formatDuration(lang, Math.abs(seconds));
    if (target === 'outage') return words.log.upTo(duration);
    return seconds < 0 ? words.log.minutesTaken(duration) : words.log.minutes(duration);
  };
  const whom = ({ person, target, reached }: RoomEvent) => {
    if (person) {
      return (
        <Link to={seatAddress(sessionId, person.personId)}>
          {person.number === null ? person.name : words.seat.of(person.number, person.name)}
        </Link>
      );
    }
    if (reached === null) return '–';
    if (target === 'outage') return words.log.outage(reached);
    return target === 'quiz' ? words.log.quiz(reached) : words.log.everybody(reached);
  };
  const takeBack = ({ op, seconds, target, person }: RoomEvent) => {
    if (!isOpen || op !== 'quiz.minutes-given' || seconds === null || seconds < 60 || target === 'outage') return null;
    const address = person ? seatAddress(sessionId, person.personId) : `/exam-sessions/${sessionId}/board`;
    return (
      <Link to={`${address}?minutes=${-Math.round(seconds / 60)}#minutes`} className="screen-only ml-2">
        {words.log.takeBack}
      </Link>
    );
  };
  const { columns } = words.log;
  return (
    <Section title={words.log.title} id="log">
      <DataTable
        caption={words.log.caption}
        isCaptionHidden
        rows={log}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.log.empty}>{words.log.emptyText}</EmptyState>}
        columns={[
          {
            key: 'at',
            header: columns.at,
            cell: ({ at }) => (
              <time dateTime={new Date(at).toISOString()} title={formatDateTime(lang, at)} className="tabular">
                {formatTime(at, true)}
              </time>
            ),
          },
          {
            key: 'what',
            header: columns.what,
            isRowHeader: true,
            cell: (event) => (
              <>
                {what(event)}
                {takeBack(event)}
              </>
            ),
          },
          { key: 'whom', header: columns.whom, cell: whom },
          { key: 'reason', header: columns.reason, cell: ({ reason }) => reason || '–' },
          { key: 'by', header: columns.by, cell: ({ by }) => by ?? words.log.system },
        ]}
      />
    </Section>
  );
}
