import { Form, Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import type { Sort } from '#app/ui/table-sort.ts';
import { Tag } from '#app/ui/tag.tsx';
import { MOST_AT_ONCE } from '../core/bulk-change.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionsPage } from '../queries/questions-page.server.ts';
import { QuestionFigures, type ShownFigures } from './question-figures.tsx';
import { StandingTag } from './standing-tag.tsx';

type Row = QuestionsPage['questions'][number];

type Props = {
  page: QuestionsPage;
  figures: Record<string, ShownFigures>;
  sort: Sort;
  /** The filters as they stand in the address, for "all that are found". */
  search: string;
  isFiltered: boolean;
};

/** One page of the bank, from which questions are chosen to be changed together. */
export function QuestionList({ page, figures, sort, search, isFiltered }: Props) {
  const { list: words } = useMessages(vi, en);
  const { list: bank } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const total = formatNumber(lang, page.total);
  const columns = useColumns(figures);
  const isLong = page.isMore || page.total > MOST_AT_ONCE;
  return (
    <div className="space-y-4">
      <p className="tabular" role="status">
        {page.isMore ? bank.moreThan(total) : words.count(total)}
      </p>
      <Form method="post" action="/author/questions/bulk" className="space-y-4">
        <input type="hidden" name="search" value={search} />
        <DataTable
          caption={words.title}
          isCaptionHidden
          columns={columns}
          rows={page.questions}
          rowKey={(row) => row.id}
          sort={sort}
          sortByLabel={bank.sortBy}
          empty={isFiltered ? <NoneFits /> : <NoneYet />}
        />
        {page.questions.length > 0 && (
          <div className="screen-only flex flex-wrap gap-3">
            <SelectPage label={bank.selectPage} />
            <Button type="submit" name="which" value="chosen" size="small">
              {bank.editChosen}
            </Button>
            <Button type="submit" name="which" value="found" size="small" look="quiet">
              {isLong ? bank.editFirst(formatNumber(lang, MOST_AT_ONCE)) : bank.editFound(total)}
            </Button>
            <Button type="submit" name="which" value="chosen" size="small" {...toExport}>
              {bank.exportChosen}
            </Button>
            <Button type="submit" name="which" value="found" size="small" look="quiet" {...toExport}>
              {isLong ? bank.exportFirst(formatNumber(lang, MOST_AT_ONCE)) : bank.exportFound(total)}
            </Button>
          </div>
        )}
      </Form>
      <Pagination
        page={page.page}
        pages={page.pages}
        words={{
          label: words.pages,
          previous: words.previous,
          next: words.next,
          position: page.isMore ? bank.pageOf(page.page, total) : words.position(page.page, page.pages, total),
        }}
      />
    </div>
  );
}

/** Ticks every question of the page, or none where all are ticked. There only with JavaScript. */
function SelectPage({ label }: { label: string }) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!isAlive) return null;
  return (
    <Button
      type="button"
      size="small"
      look="quiet"
      onClick={({ currentTarget }) => {
        const boxes = [...(currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name="id"]') ?? [])];
        const isEvery = boxes.every(({ checked }) => checked);
        for (const box of boxes) box.checked = !isEvery;
      }}
    >
      {label}
    </Button>
  );
}

/** The same choice as an address: it changes nothing, and can be come back to. */
const toExport = { formMethod: 'get', formAction: '/author/question-export' } as const;

function useColumns(figures: Record<string, ShownFigures>): Column<Row>[] {
  const { list: words, types, difficulties } = useMessages(vi, en);
  const { list: bank, standing } = useMessages(bankVi, bankEn);
  const lang = useLang();
  return [
    {
      key: 'choose',
      header: bank.choose,
      className: 'screen-only w-12',
      cell: (row) => (
        <label className="flex min-h-[2.75rem] min-w-[2.75rem] cursor-pointer items-center">
          <input type="checkbox" name="id" value={row.id} className="h-5 w-5 accent-accent" />
          <span className="sr-only">{bank.selectOne(row.code)}</span>
        </label>
      ),
    },
    {
      // The links of a head sort by the code: stems have no order that says anything.
      key: 'code',
      header: words.stem,
      isRowHeader: true,
      isSortable: true,
      cell: (row) => (
        <>
          <Link to={`/author/questions/${row.id}`} className="line-clamp-2">
            {row.stem}
          </Link>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-normal text-muted">
            <span>{row.code}</span>
            <span>{row.categoryName}</span>
            <span>{types[row.type]}</span>
            {row.tags.length > 0 && <span>{row.tags.join(', ')}</span>}
            {!row.hasSource && <Tag kind="soon">{bank.noSourceTag}</Tag>}
            {row.openComments > 0 && (
              <Link to={`/author/questions/${row.id}#comments`}>
                {bank.comments(formatNumber(lang, row.openComments))}
              </Link>
            )}
          </span>
        </>
      ),
    },
    { key: 'difficulty', header: words.difficulty, cell: (row) => difficulties[row.difficulty] },
    {
      key: 'figures',
      header: bank.figures,
      cell: (row) => <QuestionFigures figures={figures[row.id]} stated={row.difficulty} />,
    },
    { key: 'standing', header: standing, cell: (row) => <StandingTag standing={row.standing} /> },
    {
      key: 'changed',
      header: words.changed,
      isSortable: true,
      isNumber: true,
      cell: (row) => formatDate(lang, row.updatedAt),
    },
  ];
}

function NoneFits() {
  const { list: words } = useMessages(vi, en);
  return (
    <EmptyState title={words.none} action={<LinkButton to="/author/questions?clear=yes">{words.clear}</LinkButton>}>
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
