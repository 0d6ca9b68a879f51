import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { LibraryPage } from '../queries/library-page.server.ts';
import type { LibraryListValues } from '../schema.ts';
import { formatDay } from './item-dates.ts';
import { ItemSymbol } from './item-symbol.tsx';
import { LibrarySearchForm } from './library-search-form.tsx';
import { TopicNav } from './topic-nav.tsx';

/** The library as its readers go through it. */
export function LibraryList({ page, values }: { page: LibraryPage; values: LibraryListValues }) {
  const { list: words, kinds } = useMessages(vi, en);
  const lang = useLang();
  const isFiltered = values.q !== '' || values.kind !== '' || values.topic !== '';
  if (page.total === 0 && !isFiltered) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>;
  const items = page.items.map(({ id, kind, title, topic, symbol, source, issuedOn }) => ({
    key: id,
    to: `/library/${id}`,
    title: <span lang="vi">{title}</span>,
    note: (
      <>
        {[kinds[kind], issuedOn ? words.issued(formatDay(lang, issuedOn)) : words.undated].join(' · ')}
        {' · '}
        <span lang="vi">
          {symbol && <ItemSymbol>{symbol}</ItemSymbol>}
          {symbol && ' · '}
          {[source, topic].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  }));
  return (
    <div className="space-y-6">
      <LibrarySearchForm values={values} kinds={page.kinds} clearTo="/library" />
      <div className="gap-10 space-y-4 md:grid md:grid-cols-[minmax(0,1fr)_minmax(0,16rem)] md:space-y-0">
        <div className="md:order-last">
          {page.topics.length > 0 && <TopicNav topics={page.topics} values={values} />}
        </div>
        <div className="min-w-0 space-y-4">
          <p className="tabular" role="status">
            {[values.topic && words.topicNow(values.topic), words.count(formatNumber(lang, page.total))]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {items.length > 0 ? <ItemList items={items} /> : <NoneFits />}
          <LibraryPages page={page} />
        </div>
      </div>
    </div>
  );
}

function NoneFits() {
  const { list: words } = useMessages(vi, en);
  return (
    <EmptyState title={words.none} action={<LinkButton to="/library">{words.clear}</LinkButton>}>
      {words.noneText}
    </EmptyState>
  );
}

export function LibraryPages({ page: { page, pages } }: { page: { page: number; pages: number } }) {
  const { list: words } = useMessages(vi, en);
  const lang = useLang();
  const position = words.position(formatNumber(lang, page), formatNumber(lang, pages));
  return (
    <Pagination
      page={page}
      pages={pages}
      words={{ label: words.pages, previous: words.previous, next: words.next, position }}
    />
  );
}
