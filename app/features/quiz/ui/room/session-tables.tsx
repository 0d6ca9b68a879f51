import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { SessionState } from '../../core/room/session.ts';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SessionLine } from '../../queries/room/session-list.server.ts';

const tags: Record<SessionState, TagKind> = {
  planned: 'open',
  lobby: 'soon',
  released: 'started',
  paused: 'late',
  closed: 'done',
};

/** The state of a session in one word. */
export function SessionTag({ state }: { state: SessionState }) {
  return <Tag kind={tags[state]}>{useMessages(vi, en).states[state]}</Tag>;
}

/** The sessions that are not closed, then the closed ones. */
export function SessionTables({ sessions, create }: { sessions: readonly SessionLine[]; create: ReactNode }) {
  const words = useMessages(vi, en).list;
  const open = sessions.filter(({ state }) => state !== 'closed');
  const closed = sessions.filter(({ state }) => state === 'closed');
  if (sessions.length === 0) {
    return (
      <EmptyState title={words.empty} action={create}>
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      {open.length > 0 && <SessionTable title={words.open} sessions={open} />}
      {closed.length > 0 && <SessionTable title={words.closed} sessions={closed} />}
    </>
  );
}

function SessionTable({ title, sessions }: { title: string; sessions: readonly SessionLine[] }) {
  const words = useMessages(vi, en).list;
  const lang = useLang();
  const columns: Column<SessionLine>[] = [
    {
      key: 'title',
      header: words.name,
      isRowHeader: true,
      cell: ({ id, title: name, quizTitle }) => (
        <>
          <Link to={`/exam-sessions/${id}/plan`}>{name}</Link>
          <span className="block text-sm font-normal text-muted">{quizTitle}</span>
        </>
      ),
    },
    { key: 'planned', header: words.planned, cell: ({ plannedAt }) => formatDateTime(lang, plannedAt) },
    { key: 'room', header: words.room, cell: ({ room }) => room },
    { key: 'seats', header: words.seats, isNumber: true, cell: ({ seats }) => formatNumber(lang, seats) },
    { key: 'examiner', header: words.examiner, cell: ({ examinerName }) => examinerName },
    { key: 'state', header: words.state, cell: ({ state }) => <SessionTag state={state} /> },
    {
      key: 'board',
      header: words.board,
      cell: ({ id }) => <Link to={`/exam-sessions/${id}/board`}>{words.board}</Link>,
    },
  ];
  return (
    <Section title={title}>
      <DataTable caption={title} isCaptionHidden columns={columns} rows={sessions} rowKey={({ id }) => id} />
    </Section>
  );
}
