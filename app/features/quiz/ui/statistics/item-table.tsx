import { Link, useLocation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { ItemSort } from '../../core/statistics/sort-items.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { ItemLine } from '../../queries/statistics/quiz-statistics.server.ts';
import { FlagList } from './flag-list.tsx';
import { useFigures } from './use-figures.ts';

type Props = { quizId: string; items: readonly ItemLine[]; sort: ItemSort };

/** Every version of every question beside its figures, leading to who chose what. */
export function ItemTable({ quizId, items, sort }: Props) {
  const { items: words } = useMessages(vi, en);
  const figures = useFigures();
  const parameters = new URLSearchParams(useLocation().search);
  for (const name of ['sort', 'versions']) parameters.delete(name);
  const search = parameters.size > 0 ? `?${parameters}` : '';
  const columns: Column<ItemLine>[] = [
    {
      key: 'code',
      header: words.question,
      isRowHeader: true,
      isSortable: true,
      className: 'sm:min-w-[11rem]',
      cell: (row) => (
        <>
          <Link
            to={`/author/quizzes/${quizId}/statistics/${row.questionId}${search}`}
            className="line-clamp-2 [overflow-wrap:anywhere]"
          >
            {row.stem}
          </Link>
          <span className="block text-sm font-normal text-muted">
            {row.code}, {(row.isCurrent ? words.version : words.oldVersion)(String(row.number))}
          </span>
        </>
      ),
    },
    {
      ...{ key: 'attempts', header: words.attempts, isNumber: true, isSortable: true },
      cell: (row) => figures.count(row.attempts),
    },
    {
      ...{ key: 'facility', header: words.facility, isNumber: true, isSortable: true },
      cell: (row) => figures.fraction(row.facility),
    },
    {
      ...{ key: 'discriminationIndex', header: words.index, isNumber: true, isSortable: true },
      cell: (row) => figures.percent(row.discriminationIndex),
    },
    {
      ...{ key: 'discriminativeEfficiency', header: words.efficiency, isNumber: true, isSortable: true },
      cell: (row) => figures.percent(row.discriminativeEfficiency),
    },
    {
      ...{ key: 'effectiveWeight', header: words.weight, isNumber: true, isSortable: true },
      cell: (row) => figures.percent(row.effectiveWeight),
    },
    {
      ...{ key: 'flags', header: words.flags, isSortable: true, className: 'sm:min-w-[11rem]' },
      cell: (row) => <FlagList flags={row.flags} />,
    },
  ];
  return (
    <DataTable
      caption={words.title}
      isCaptionHidden
      columns={columns}
      rows={items}
      rowKey={({ versionId }) => versionId}
      sort={sort}
      sortByLabel={words.sortBy}
      empty={<EmptyState title={words.none} />}
    />
  );
}
