import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { PaperSetLine } from '../../queries/printed/paper-sets-page.server.ts';

/** The sets of variants within reach, newest day first. */
export function PaperSetList({ sets, create }: { sets: readonly PaperSetLine[]; create: ReactNode }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const columns: Column<PaperSetLine>[] = [
    {
      key: 'title',
      header: words.list.name,
      isRowHeader: true,
      cell: ({ id, title, quizTitle }) => (
        <>
          <Link to={`/paper-sets/${id}`}>{title}</Link>
          <span className="block text-sm font-normal text-muted">{quizTitle}</span>
        </>
      ),
    },
    { key: 'unit', header: words.list.unit, cell: ({ unitName }) => unitName },
    { key: 'held', header: words.list.held, cell: ({ heldOn }) => formatDate(lang, heldOn) },
    {
      key: 'variants',
      header: words.list.variants,
      isNumber: true,
      cell: ({ variants }) => formatNumber(lang, variants),
    },
    {
      key: 'sheets',
      header: words.list.sheets,
      isNumber: true,
      cell: ({ counts: { entered, differs, checked, counted } }) =>
        `${formatNumber(lang, counted)}/${formatNumber(lang, entered + differs + checked + counted)}`,
    },
    {
      key: 'state',
      header: words.list.state,
      cell: ({ isClosed, counts }) => (
        <div className="flex flex-wrap gap-2">
          <Tag kind={isClosed ? 'done' : 'started'}>{isClosed ? words.list.closed : words.list.open}</Tag>
          {counts.differs > 0 && <Tag kind="soon">{`${words.set.counts.differs}: ${counts.differs}`}</Tag>}
        </div>
      ),
    },
  ];
  if (sets.length === 0) {
    return (
      <EmptyState title={words.empty} action={create}>
        {words.emptyText}
      </EmptyState>
    );
  }
  return <DataTable caption={words.title} isCaptionHidden columns={columns} rows={sets} rowKey={({ id }) => id} />;
}
