import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en } from '../../messages/revision-en.ts';
import { vi } from '../../messages/revision-vi.ts';
import type { PublishedRevisionRow } from '../../queries/published-revisions.server.ts';

type Props = {
  revisions: readonly PublishedRevisionRow[];
  newest: number;
  /** How many study one; undefined = nobody. */
  countOf: (number: number) => { begun: number; completed: number } | undefined;
};

/** The revisions of a course: what was new, when, by whom, and how many are on each. */
export function RevisionTable({ revisions, newest, countOf }: Props) {
  const words = useMessages(vi, en).revisions;
  const lang = useLang();
  const columns: Column<PublishedRevisionRow>[] = [
    {
      key: 'number',
      header: words.number,
      isRowHeader: true,
      cell: ({ number }) => `${formatNumber(lang, number)}${number === newest ? ` (${words.newest})` : ''}`,
    },
    { key: 'note', header: words.note, cell: ({ note }) => note || '–' },
    {
      key: 'published',
      header: words.published,
      cell: ({ publishedAt }) => (publishedAt ? formatDateTime(lang, publishedAt) : words.unwritten),
    },
    { key: 'by', header: words.by, cell: ({ publishedByName }) => publishedByName ?? words.imported },
    {
      key: 'begun',
      header: words.begun,
      isNumber: true,
      cell: ({ number }) => formatNumber(lang, countOf(number)?.begun ?? 0),
    },
    {
      key: 'completed',
      header: words.completed,
      isNumber: true,
      cell: ({ number }) => formatNumber(lang, countOf(number)?.completed ?? 0),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      isCaptionHidden
      columns={columns}
      rows={revisions}
      rowKey={({ number }) => String(number)}
      empty={<EmptyState title={words.none} />}
    />
  );
}
