import { Link } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { GrantState } from '../../core/grants/grant-state.ts';
import { en as accessEn } from '../../messages/en.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { RolesPage } from '../../queries/grants/roles-page.server.ts';

const tags: Record<GrantState, TagKind> = { 'in-force': 'done', waiting: 'open', over: 'aside', ended: 'aside' };

export function GrantStateTag({ state }: { state: GrantState }) {
  const words = useMessages(vi, en);
  return <Tag kind={tags[state]}>{words.states[state]}</Tag>;
}

/** Who holds which role where, from when until when; each role leads to its page. */
export function GrantsTable({ grants, isFiltered }: { grants: RolesPage['grants']; isFiltered: boolean }) {
  const words = useMessages(vi, en);
  const { roles } = useMessages(accessVi, accessEn);
  const lang = useLang();
  const columns: Column<RolesPage['grants'][number]>[] = [
    {
      key: 'person',
      header: words.person,
      isRowHeader: true,
      cell: ({ personId, fullName, rank, isElsewhere, homeName }) => (
        <>
          <Link to={`/people/${personId}/access`}>{[rank, fullName].filter(Boolean).join(' ')}</Link>
          {isElsewhere && <span className="block text-sm font-normal text-muted">{words.elsewhere(homeName)}</span>}
        </>
      ),
    },
    {
      key: 'role',
      header: words.role,
      cell: ({ id, unitId, role, standsForName }) => (
        <>
          <Link to={`/units/${unitId}/roles/${id}`}>{roles[role]}</Link>
          {standsForName && <span className="block text-sm text-muted">{words.standsFor(standsForName)}</span>}
        </>
      ),
    },
    {
      key: 'unit',
      header: words.unit,
      cell: ({ unitName, unitLabel }) => (
        <span>
          {unitName}
          {unitLabel.includes('/') && <span className="block text-sm text-muted">{unitLabel}</span>}
        </span>
      ),
    },
    { key: 'from', header: words.from, cell: ({ fromAt }) => formatDate(lang, fromAt) },
    {
      key: 'until',
      header: words.until,
      cell: ({ untilAt }) => (untilAt ? formatDate(lang, untilAt) : words.forGood),
    },
    { key: 'state', header: words.state, cell: ({ state }) => <GrantStateTag state={state} /> },
    { key: 'by', header: words.by, cell: ({ grantedByName }) => grantedByName ?? words.bySystem },
  ];
  return (
    <DataTable
      caption={words.list}
      isCaptionHidden
      columns={columns}
      rows={grants}
      rowKey={({ id }) => id}
      empty={
        isFiltered ? (
          <EmptyState title={words.noneFound} />
        ) : (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        )
      }
    />
  );
}
