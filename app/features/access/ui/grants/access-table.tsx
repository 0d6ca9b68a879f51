import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en as accessEn } from '../../messages/en.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { ExplainedGrant } from '../../queries/grants/who-sees.server.ts';
import { ActList } from './act-list.tsx';

/** Who may, why, what and until when: one row a grant. */
export function AccessTable({ grants, caption }: { grants: readonly ExplainedGrant[]; caption: string }) {
  const words = useMessages(vi, en);
  const { roles } = useMessages(accessVi, accessEn);
  const lang = useLang();
  const columns: Column<ExplainedGrant>[] = [
    {
      key: 'who',
      header: words.who.who,
      isRowHeader: true,
      cell: ({ fullName, rank, homeName }) => (
        <>
          {[rank, fullName].filter(Boolean).join(' ')}
          <span className="block text-sm font-normal text-muted">{homeName}</span>
        </>
      ),
    },
    {
      key: 'why',
      header: words.who.why,
      cell: ({ role, unitName, standsForName }) => (
        <>
          {words.who.whyText(roles[role], unitName)}
          {standsForName && <span className="block text-muted">{words.standsFor(standsForName)}</span>}
        </>
      ),
    },
    { key: 'acts', header: words.who.allows, cell: ({ acts }) => <ActList acts={acts} /> },
    {
      key: 'until',
      header: words.until,
      cell: ({ untilAt }) => (untilAt ? formatDate(lang, untilAt) : words.forGood),
    },
    { key: 'by', header: words.by, cell: ({ grantedByName }) => grantedByName ?? words.bySystem },
  ];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={grants}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.who.seenByNobody} />}
    />
  );
}
