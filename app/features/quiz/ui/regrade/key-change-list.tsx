import { Link } from '@remix-run/react';
import { formatDate, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { KeyChangeLine } from '../../queries/regrade/key-changes-page.server.ts';
import { KeyChangeTag } from './key-change-tag.tsx';

/** The changes of key, those that wait first. */
export function KeyChangeList({ changes }: { changes: readonly KeyChangeLine[] }) {
  const words = useMessages(vi, en).list;
  const lang = useLang();
  return (
    <DataTable
      caption={words.caption}
      isCaptionHidden
      rows={changes}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
      columns={[
        {
          key: 'question',
          header: words.question,
          isRowHeader: true,
          cell: ({ id, code, stem }) => (
            <>
              <Link to={`/author/key-changes/${id}`}>{code}</Link>
              <span className="line-clamp-2 text-sm font-normal text-muted">{stem}</span>
            </>
          ),
        },
        { key: 'reason', header: words.reason, cell: ({ reason }) => <span className="line-clamp-3">{reason}</span> },
        {
          key: 'proposed',
          header: words.proposed,
          cell: ({ requestedBy, requestedAt }) => words.by(requestedBy ?? words.unknown, formatDate(lang, requestedAt)),
        },
        {
          key: 'changes',
          header: words.changes,
          isNumber: true,
          cell: ({ marksChanged, attempts }) => formatRatio(lang, marksChanged, attempts),
        },
        {
          key: 'state',
          header: words.state,
          cell: ({ state, isStopped, isForActor }) => (
            <>
              <KeyChangeTag state={state} isStopped={isStopped} />
              {isForActor && <span className="mt-1 block text-sm font-semibold">{words.forYou}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
