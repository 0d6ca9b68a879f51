import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en as authorEn } from '../../messages/author-en.ts';
import { vi as authorVi } from '../../messages/author-vi.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import type { AuthorLibrary } from '../../queries/author-library.server.ts';
import type { LibraryListValues } from '../../schema.ts';
import { formatDay } from '../item-dates.ts';
import { ItemSymbol } from '../item-symbol.tsx';
import { LibraryPages } from '../library-list.tsx';
import { LibrarySearchForm } from '../library-search-form.tsx';
import { TopicNav } from '../topic-nav.tsx';

type Row = AuthorLibrary['items'][number];

/** The library as its authors keep it: what is in use, or what is retired. */
export function AuthorLibraryList({ page, values }: { page: AuthorLibrary; values: LibraryListValues }) {
  const { list: shared } = useMessages(vi, en);
  const { list: words } = useMessages(authorVi, authorEn);
  const lang = useLang();
  const columns = useColumns();
  return (
    <div className="space-y-6">
      <LibrarySearchForm values={values} kinds={page.kinds} clearTo="/author/library">
        <Field label={words.state} className="self-end">
          <Select
            name="state"
            options={[
              { value: '', label: words.inUse },
              { value: 'retired', label: words.retired },
            ]}
            defaultValue={values.state}
          />
        </Field>
      </LibrarySearchForm>
      {page.topics.length > 0 && <TopicNav topics={page.topics} values={values} isFolded />}
      <p className="tabular" role="status">
        {shared.count(formatNumber(lang, page.total))}
      </p>
      <DataTable
        caption={shared.search}
        isCaptionHidden
        columns={columns}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={<Nothing values={values} />}
      />
      <LibraryPages page={page} />
    </div>
  );
}

function useColumns(): Column<Row>[] {
  const { kinds } = useMessages(vi, en);
  const { list: words } = useMessages(authorVi, authorEn);
  const lang = useLang();
  return [
    {
      key: 'name',
      header: words.name,
      isRowHeader: true,
      cell: ({ id, kind, title, symbol, topic, hasFile }) => (
        <>
          <Link to={`/author/library/${id}`} lang="vi">
            {title}
          </Link>
          <span className="block text-sm font-normal text-muted">
            {[kinds[kind], hasFile && words.file].filter(Boolean).join(', ')}
            {' · '}
            <span lang="vi">
              {symbol && <ItemSymbol>{symbol}</ItemSymbol>}
              {symbol && ' · '}
              {topic}
            </span>
          </span>
        </>
      ),
    },
    { key: 'unit', header: words.unit, cell: ({ unitName }) => unitName },
    {
      key: 'issued',
      header: words.issued,
      isNumber: true,
      cell: ({ issuedOn }) => (issuedOn ? formatDay(lang, issuedOn) : '–'),
    },
    {
      key: 'asOf',
      header: words.asOf,
      isNumber: true,
      cell: ({ asOf, isStale }) => (
        <>
          {formatDay(lang, asOf)}
          {isStale && <Tag kind="soon">{words.stale}</Tag>}
        </>
      ),
    },
  ];
}

function Nothing({ values }: { values: LibraryListValues }) {
  const { list: shared } = useMessages(vi, en);
  const { list: words, add } = useMessages(authorVi, authorEn);
  if (values.q !== '' || values.kind !== '' || values.topic !== '') {
    return (
      <EmptyState title={shared.none} action={<LinkButton to="/author/library">{shared.clear}</LinkButton>}>
        {shared.noneText}
      </EmptyState>
    );
  }
  if (values.state === 'retired') return <EmptyState title={words.emptyRetired} />;
  return (
    <EmptyState
      title={words.empty}
      action={
        <LinkButton to="/author/library/new" look="primary" icon={PlusIcon}>
          {add}
        </LinkButton>
      }
    >
      {words.emptyText}
    </EmptyState>
  );
}
