import { Form, Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en as orgEn } from '../../messages/en.ts';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';
import type { RosterPage, RosterRow } from '../../queries/roster/roster-pages.server.ts';
import { changeWords, newWords, problemWords } from './row-words.ts';

const kindTags: Record<RosterRow['kind'], TagKind> = {
  new: 'open',
  changed: 'started',
  transferred: 'started',
  returned: 'started',
  unchanged: 'aside',
  problem: 'wrong',
};

/** The rows of a file: what each would do, its problems at its line, and the decision about who is known. */
export function RowTable({ page }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { roster, rows, made } = page;
  const isOpen = roster.state === 'read';
  const isAsked = isOpen && rows.some(({ decision }) => decision !== 'none');
  const columns: Column<RosterRow>[] = [
    { key: 'line', header: words.line, isNumber: true, cell: ({ line }) => formatNumber(lang, line) },
    {
      key: 'person',
      header: roster.subject === 'people' ? words.person : words.unitRow,
      isRowHeader: true,
      cell: ({ fullName, number, personId, kind, said }) => (
        <>
          {personId && (kind !== 'new' || roster.state === 'applied') ? (
            <Link to={`/people/${personId}`}>{fullName}</Link>
          ) : (
            (fullName ?? said.unit ?? '')
          )}
          {number && <span className="tabular block text-sm font-normal text-muted">{number}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      header: words.what,
      cell: ({ kind, undo }) => (
        <>
          <Tag kind={kindTags[kind]}>{words.kinds[kind]}</Tag>
          {undo && <span className="mt-1 block text-sm text-muted">{words.undoKinds[undo]}</span>}
        </>
      ),
    },
    {
      key: 'detail',
      header: words.detail,
      cell: (row) => (
        <ul className="space-y-0.5">
          {row.problems.map((problem) => (
            <li key={`${problem.field} ${problem.code}`} className={row.kind === 'problem' ? 'text-red' : 'text-amber'}>
              {problemWords(words, problem, row.said)}
            </li>
          ))}
          {(row.kind === 'changed' || row.kind === 'transferred' || row.kind === 'returned') &&
            changeWords(words, org, row, made).map((change) => <li key={change}>{change}</li>)}
          {row.kind === 'new' && roster.subject === 'people' && <li>{newWords(org, row, made)}</li>}
          {row.kind === 'new' && roster.subject === 'units' && <li>{made[row.unitId ?? ''] ?? row.said.unit}</li>}
        </ul>
      ),
    },
    ...(isAsked ? [decisionColumn(words)] : []),
  ];
  return (
    <DataTable
      caption={words.countsTitle}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ line }) => String(line)}
      empty={<EmptyState title={words.rowsNone} />}
    />
  );
}

function decisionColumn(words: typeof vi | typeof en): Column<RosterRow> {
  return {
    key: 'decision',
    header: words.decision,
    cell: ({ kind, decision, line, fullName }) => {
      if (kind !== 'changed' && kind !== 'transferred' && kind !== 'returned') return null;
      return (
        <Form method="post" preventScrollReset className="space-y-1">
          <input type="hidden" name="line" value={line} />
          <p className={decision === 'ask' ? 'text-sm font-semibold text-amber' : 'text-sm font-semibold'}>
            {words.decisions[decision]}
          </p>
          <div className="flex flex-wrap gap-2">
            {decision !== 'apply' && (
              <Button
                type="submit"
                name="intent"
                value="row-apply"
                size="small"
                aria-label={words.updateFor(fullName ?? '')}
              >
                {words.toUpdate}
              </Button>
            )}
            {decision !== 'leave' && (
              <Button
                type="submit"
                name="intent"
                value="row-leave"
                size="small"
                aria-label={words.leaveFor(fullName ?? '')}
              >
                {words.toLeave}
              </Button>
            )}
          </div>
        </Form>
      );
    },
  };
}
