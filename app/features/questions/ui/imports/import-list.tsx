import { Link } from '@remix-run/react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en as formatsEn } from '../../messages/import-en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as formatsVi } from '../../messages/import-vi.ts';
import type { ListedImport } from '../../queries/imports/import-pages.server.ts';

const tags: Record<ListedImport['state'], TagKind> = {
  staged: 'started',
  taken: 'done',
  undone: 'aside',
  discarded: 'aside',
};

/** The latest imports, each to be gone on with. */
export function ImportList({ imports }: { imports: readonly ListedImport[] }) {
  const words = useMessages(vi, en);
  const { formats } = useMessages(formatsVi, formatsEn);
  const lang = useLang();
  const columns: Column<ListedImport>[] = [
    {
      key: 'name',
      header: words.columnName,
      isRowHeader: true,
      cell: ({ id, name, fileFormat, categoryName }) => (
        <>
          <Link to={`/author/imports/${id}`}>{name || words.pasted}</Link>
          <span className="block text-sm font-normal text-muted">
            {formats[fileFormat]}
            {categoryName && `, ${categoryName}`}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: words.columnState,
      cell: ({ state }) => <Tag kind={tags[state]}>{words.states[state]}</Tag>,
    },
    {
      key: 'taken',
      header: words.columnTaken,
      isNumber: true,
      cell: ({ taken }) => words.questionCount(formatNumber(lang, taken)),
    },
    { key: 'by', header: words.columnBy, cell: ({ by }) => by ?? '–' },
    { key: 'at', header: words.columnAt, cell: ({ createdAt }) => formatDateTime(lang, createdAt) },
  ];
  return (
    <DataTable
      caption={words.list}
      isCaptionHidden
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
    />
  );
}
