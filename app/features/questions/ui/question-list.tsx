import { Link } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionsPage } from '../queries/questions-page.server.ts';

type Row = QuestionsPage['questions'][number];

/** One page of the bank. */
export function QuestionList({ page, isFiltered }: { page: QuestionsPage; isFiltered: boolean }) {
  const { list: words, types, difficulties } = useMessages(vi, en);
  const lang = useLang();
  const total = formatNumber(lang, page.total);
  const columns: Column<Row>[] = [
    {
      key: 'stem',
      header: words.stem,
      isRowHeader: true,
      cell: (row) => (
        <Link to={`/author/questions/${row.id}`} className="line-clamp-2">
          {row.stem}
        </Link>
      ),
    },
    { key: 'category', header: words.category, cell: (row) => row.categoryName },
    { key: 'type', header: words.type, cell: (row) => types[row.type] },
    { key: 'difficulty', header: words.difficulty, cell: (row) => difficulties[row.difficulty] },
    { key: 'version', header: words.version, cell: (row) => row.number, isNumber: true },
    { key: 'changed', header: words.changed, cell: (row) => formatDate(lang, row.updatedAt), isNumber: true },
  ];
  return (
    <div className="space-y-4">
      <p className="tabular" role="status">
        {words.count(total)}
      </p>
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={columns}
        rows={page.questions}
        rowKey={(row) => row.id}
        empty={isFiltered ? <NoneFits /> : <NoneYet />}
      />
      <Pagination
        page={page.page}
        pages={page.pages}
        words={{
          label: words.pages,
          previous: words.previous,
          next: words.next,
          position: words.position(page.page, page.pages, total),
        }}
      />
    </div>
  );
}

function NoneFits() {
  const { list: words } = useMessages(vi, en);
  return (
    <EmptyState title={words.none} action={<LinkButton to="/author/questions">{words.clear}</LinkButton>}>
      {words.noneText}
    </EmptyState>
  );
}

function NoneYet() {
  const { list: words } = useMessages(vi, en);
  return (
    <EmptyState title={words.empty} action={<LinkButton to="/author/questions/new">{words.create}</LinkButton>}>
      {words.emptyText}
    </EmptyState>
  );
}
