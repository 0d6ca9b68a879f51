import { Link } from '@remix-run/react';
import { shortRank } from '#app/features/org/core/rank.ts';
import { formatDate, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { PeopleFilter } from '../core/people-filter.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ListedPerson } from '../queries/unit-people.server.ts';
import { tagOf } from './standing-words.ts';

type Props = {
  people: readonly ListedPerson[];
  lessonsTotal: number;
  sort?: PeopleFilter['sort'];
  /** Which unit these people are of: theirs is named only where it is another. */
  unitId: string;
};

/** People and where each stands; on a phone a card each. */
export function PeopleTable({ people, lessonsTotal, sort, unitId }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const isSortable = sort !== undefined;
  const columns: (Column<ListedPerson> | false)[] = [
    {
      key: 'name',
      header: words.list.name,
      cell: (row) => (row.isReachable ? <Link to={`/people/${row.personId}`}>{row.fullName}</Link> : row.fullName),
      isRowHeader: true,
      isSortable,
    },
    { key: 'rank', header: words.list.rank, cell: (row) => row.rank && shortRank(row.rank), isSortable },
    people.some((row) => row.unitId !== unitId) && {
      key: 'unit',
      header: words.list.unit,
      cell: (row: ListedPerson) => row.unitNames.join('/'),
    },
    { key: 'status', header: words.list.standing, cell: (row) => <StandingTag row={row} />, isSortable },
    lessonsTotal > 0 && {
      key: 'lessons',
      header: words.list.lessons,
      cell: (row: ListedPerson) => row.standing !== 'not-assigned' && `${row.lessonsRead}/${row.lessonsTotal}`,
      isNumber: true,
    },
    people.some(({ grade }) => grade !== null) && {
      key: 'grade',
      header: words.list.grade,
      cell: (row: ListedPerson) => row.grade !== null && formatMark(lang, row.grade),
      isNumber: true,
    },
    {
      key: 'class',
      header: words.list.classification,
      cell: (row) => row.classification && words.classes[row.classification],
      className: 'sm:whitespace-nowrap',
    },
    {
      key: 'completedAt',
      header: words.list.completedAt,
      cell: (row) => row.completedAt && formatDate(lang, row.completedAt),
      isNumber: true,
    },
  ];
  return (
    <DataTable
      caption={words.list.title}
      isCaptionHidden
      columns={columns.filter((column) => column !== false)}
      rows={people}
      rowKey={(row) => row.personId}
      sort={sort}
      sortByLabel={words.dashboard.sortBy}
      empty={<EmptyState title={words.empty.match}>{words.empty.matchText}</EmptyState>}
    />
  );
}

function StandingTag({ row }: { row: ListedPerson }) {
  const words = useMessages(vi, en);
  return (
    <span className="inline-flex flex-wrap justify-end gap-1 sm:justify-start">
      <Tag kind={tagOf[row.standing]}>{words.standings[row.standing]}</Tag>
      {row.daysLate !== null && <Tag kind="late">{words.lateBy(row.daysLate)}</Tag>}
    </span>
  );
}
