import { Link } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { AssignmentStateTag } from './assignment-state-tag.tsx';

export interface ManagedAssignmentRow {
  id: string;
  title: string;
  units: readonly { id: string; name: string }[];
  groups: readonly { id: string; name: string }[];
  openAt: Date;
  dueAt: Date | null;
  closeAt: Date | null;
  withdrawnAt: Date | null;
}

type Props = { assignments: readonly ManagedAssignmentRow[]; now: Date };

/** What was assigned to whom until when, each leading to its page. */
export function AssignmentTable({ assignments, now }: Props) {
  const { assignment: words, list } = useMessages(vi, en);
  const lang = useLang();
  const columns: Column<ManagedAssignmentRow>[] = [
    {
      key: 'title',
      header: words.title,
      isRowHeader: true,
      cell: ({ id, title }) => <Link to={`/author/assignments/${id}`}>{title}</Link>,
    },
    {
      key: 'units',
      header: words.units,
      cell: ({ units, groups }) => {
        const named = [...units, ...groups];
        const rest = named.length - 3;
        const shown = named.slice(0, 3).map(({ name }) => name);
        return [...shown, ...(rest > 0 ? [words.more(formatNumber(lang, rest))] : [])].join(', ');
      },
    },
    { key: 'open', header: words.open, cell: ({ openAt }) => formatDate(lang, openAt), isNumber: true },
    {
      key: 'due',
      header: words.due,
      cell: ({ dueAt }) => (dueAt ? formatDate(lang, dueAt) : words.noDate),
      isNumber: true,
    },
    { key: 'state', header: words.state, cell: (row) => <AssignmentStateTag assignment={row} now={now} /> },
  ];
  return (
    <DataTable
      caption={list.assignments}
      isCaptionHidden
      columns={columns}
      rows={assignments}
      rowKey={({ id }) => id}
      empty={<EmptyState title={list.noAssignments}>{list.noAssignmentsText}</EmptyState>}
    />
  );
}
