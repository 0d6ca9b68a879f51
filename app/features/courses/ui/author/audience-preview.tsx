import { Link, useLocation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { en } from '../../messages/audience-en.ts';
import { vi } from '../../messages/audience-vi.ts';
import type { AudiencePeople, PreviewedPerson } from '../../queries/audience-preview.server.ts';

/** Who would be in an audience and through what, and whom its filter keeps out: to be read before assigning. */
export function AudiencePreviewPage({ page }: { page: AudiencePeople }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { list, reasons, people, leftOut, isLeftOut } = page;
  const number = (value: number) => formatNumber(lang, value);
  const columns: Column<PreviewedPerson>[] = [
    { key: 'name', header: words.preview.name, cell: (row) => row.fullName, isRowHeader: true },
    { key: 'rank', header: words.preview.rank, cell: (row) => row.rank },
    { key: 'position', header: words.preview.position, cell: (row) => row.position },
    { key: 'unit', header: words.preview.unit, cell: (row) => row.unitName },
    {
      key: 'why',
      header: words.preview.why,
      cell: (row) =>
        isLeftOut
          ? row.misses.map((part) => words.misses[part]).join(', ')
          : row.reasons
              .map(({ kind, name }) => (kind === 'unit' ? words.preview.byUnit(name) : words.preview.byGroup(name)))
              .join('; '),
    },
  ];
  return (
    <Page title={words.preview.title} lead={words.preview.lead}>
      <Section title={words.counted(number(people))}>
        <DataTable
          caption={words.preview.through}
          isCaptionHidden
          rows={reasons}
          rowKey={({ kind, id }) => `${kind} ${id}`}
          columns={[
            {
              key: 'through',
              header: words.preview.through,
              cell: ({ kind, name }) => `${words.reason[kind]}: ${name}`,
              isRowHeader: true,
            },
            { key: 'people', header: words.preview.who, cell: (row) => number(row.people), isNumber: true },
          ]}
          empty={<EmptyState title={words.countedNone} />}
        />
        {reasons.length > 1 && <p className="mt-2 text-sm text-muted">{words.overlap}</p>}
      </Section>
      <nav aria-label={words.preview.lists} className="screen-only flex flex-wrap gap-x-6 gap-y-2">
        <ListLink isLeftOut={false} isCurrent={!isLeftOut} label={words.preview.in(number(people))} />
        {leftOut > 0 && <ListLink isLeftOut isCurrent={isLeftOut} label={words.preview.out(number(leftOut))} />}
      </nav>
      <DataTable
        caption={isLeftOut ? words.preview.out(number(leftOut)) : words.preview.in(number(people))}
        columns={columns}
        rows={list}
        rowKey={(row) => row.personId}
        empty={<EmptyState title={words.preview.empty}>{words.preview.emptyText}</EmptyState>}
      />
      <Pagination
        page={page.page}
        pages={page.pages}
        words={{ ...words.preview.pages, position: words.preview.pageOf(page.page, page.pages) }}
      />
    </Page>
  );
}

function ListLink({ isLeftOut, isCurrent, label }: { isLeftOut: boolean; isCurrent: boolean; label: string }) {
  const { search } = useLocation();
  const to = new URLSearchParams(search);
  to.delete('page');
  if (isLeftOut) to.set('list', 'left-out');
  else to.delete('list');
  return (
    <Link
      to={`?${to}`}
      aria-current={isCurrent ? 'page' : undefined}
      className={isCurrent ? 'font-semibold' : undefined}
    >
      {label}
    </Link>
  );
}
