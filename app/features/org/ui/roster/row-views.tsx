import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { SearchForm } from '#app/ui/search-form.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import type { RosterPage } from '../../queries/roster/roster-pages.server.ts';
import { RowTable } from './row-table.tsx';

const kinds = ['new', 'changed', 'transferred', 'returned', 'unchanged', 'problem'] as const;

/** The counts by kind, each the way to its rows, and the rows chosen. */
export function RowViews({ page }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { roster, decisions, view, missing, search } = page;
  const { outcome } = roster;
  if (!outcome) return null;
  const count = (n: number) => formatNumber(lang, n);
  const tab = (key: RosterPage['view'], n: number) => ({
    to: key === 'all' ? '?' : `?view=${key}`,
    label: words.kinds[key],
    count: count(n),
  });
  const items = [
    tab('all', outcome.rows),
    ...(outcome.counts.problem > 0 ? [tab('problem', outcome.counts.problem)] : []),
    ...(decisions.ask > 0 ? [tab('ask', decisions.ask)] : []),
    ...kinds
      .filter((kind) => kind !== 'problem' && outcome.counts[kind] > 0)
      .map((kind) => tab(kind, outcome.counts[kind])),
    ...(outcome.doubts > 0 ? [tab('doubt', outcome.doubts)] : []),
    ...(outcome.undone && outcome.undone.kept > 0 ? [tab('kept', outcome.undone.kept)] : []),
    ...(roster.state === 'read' && roster.subject === 'people' ? [tab('missing', missing.total)] : []),
  ];
  return (
    <Section id="rows" title={words.countsTitle}>
      <div className="space-y-4">
        <Tabs label={words.countsTitle} items={items} />
        {view === 'missing' ? (
          <Missing page={page} />
        ) : (
          <>
            <SearchForm typed={search} label={words.search} button={words.find} action="#rows">
              {view !== 'all' && <input type="hidden" name="view" value={view} />}
            </SearchForm>
            <RowTable page={page} />
          </>
        )}
        <Pagination
          page={page.page}
          pages={page.pages}
          words={{
            label: words.pages.label,
            previous: words.pages.previous,
            next: words.pages.next,
            position: words.pages.position(count(page.page), count(page.pages), count(page.total)),
          }}
        />
      </div>
    </Section>
  );
}

function Missing({ page: { missing } }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  return (
    <>
      <p className="max-w-reading">{words.missingText}</p>
      <DataTable
        caption={words.kinds.missing}
        isCaptionHidden
        columns={[
          {
            key: 'person',
            header: words.person,
            isRowHeader: true,
            cell: ({ fullName, rank, number }) => (
              <>
                {[rank, fullName].filter(Boolean).join(' ')}
                <span className="tabular block text-sm font-normal text-muted">{number}</span>
              </>
            ),
          },
          { key: 'unit', header: words.fields.unit, cell: ({ unitName }) => unitName },
        ]}
        rows={missing.people}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.missingNone} />}
      />
    </>
  );
}
