import { Form } from '@remix-run/react';
import { useState } from 'react';
import { matchesSearch } from '#app/kernel/vietnamese-text.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SeatLine, SessionPlanPage } from '../../queries/room/session-plan.server.ts';

/** Fewer people than this are seen at a glance. */
const worthSearching = 10;

/** Who takes part, by seat; searched without tone marks as one types. */
export function SeatList({ page }: { page: SessionPlanPage }) {
  const words = useMessages(vi, en).plan;
  const [search, setSearch] = useState('');
  const { seats, session, may } = page;
  const shown = seats.filter(({ fullName, unitName, number }) =>
    matchesSearch(`${fullName} ${unitName} ${number}`, search),
  );
  if (seats.length === 0) return <EmptyState title={words.noSeats}>{words.noSeatsText}</EmptyState>;
  const columns: Column<SeatLine>[] = [
    { key: 'number', header: words.number, isNumber: true, cell: ({ number }) => number },
    {
      key: 'person',
      header: words.person,
      isRowHeader: true,
      cell: ({ rank, fullName }) => [rank, fullName].filter(Boolean).join(' '),
    },
    { key: 'unit', header: words.unit, cell: ({ unitName }) => unitName },
    { key: 'state', header: words.state, cell: (seat) => <SeatTags seat={seat} isOver={session.closedAt !== null} /> },
    ...(may.seats
      ? [
          {
            key: 'remove',
            header: words.remove,
            cell: ({ personId, fullName, paper }: SeatLine) =>
              paper === 'begun' ? null : (
                <Form method="post" action={`/exam-sessions/${session.id}/seats`} preventScrollReset>
                  <input type="hidden" name="personId" value={personId} />
                  <Button type="submit" name="do" value="remove" size="small" aria-label={words.removeOf(fullName)}>
                    {words.remove}
                  </Button>
                </Form>
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="space-y-4">
      {seats.length >= worthSearching && (
        <Field label={words.filter}>
          <TextInput type="search" value={search} onChange={(event) => setSearch(event.target.value)} width="half" />
        </Field>
      )}
      <DataTable
        caption={words.seatsTitle}
        isCaptionHidden
        columns={columns}
        rows={shown}
        rowKey={({ personId }) => personId}
        empty={<p>{words.filterNone}</p>}
      />
    </div>
  );
}

function SeatTags({ seat: { hasAccount, hasArrived, paper }, isOver }: { seat: SeatLine; isOver: boolean }) {
  const words = useMessages(vi, en).plan;
  return (
    <span className="flex flex-wrap gap-1.5">
      {!hasAccount && <Tag kind="late">{words.noAccount}</Tag>}
      {paper === 'begun' ? (
        <Tag kind="started">{words.begun}</Tag>
      ) : isOver ? (
        <Tag kind="open">{words.notBegun}</Tag>
      ) : (
        <Tag kind={paper === 'prepared' ? 'done' : 'open'}>{paper === 'prepared' ? words.prepared : words.noPaper}</Tag>
      )}
      {hasArrived && paper !== 'begun' && <Tag kind="done">{words.arrived}</Tag>}
    </span>
  );
}
