import { Link } from '@remix-run/react';
import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { absenceReasons } from '../../core/presence/absence.ts';
import { absentTotal } from '../../core/presence/day-figures.ts';
import { en } from '../../messages/presence-en.ts';
import { vi } from '../../messages/presence-vi.ts';
import type { OverviewRow, PresenceOverview } from '../../queries/presence/presence-overview.server.ts';

/** Sub-units side by side: who has confirmed the day, and what it adds up to. Each leads one level down. */
export function OverviewTable({ page }: { page: PresenceOverview }) {
  const words = useMessages(vi, en);
  const { overview } = words;
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  const share = ({ present, strength }: OverviewRow) =>
    strength === 0 ? '–' : formatPercent(lang, present / strength);
  const columns: Column<OverviewRow>[] = [
    {
      key: 'unit',
      header: overview.unit,
      isRowHeader: true,
      cell: ({ unitId, name, isOwnRoll }) => (
        <Link
          to={`/units/${unitId}/presence?${new URLSearchParams({ ...(isOwnRoll ? { view: 'roll' } : {}), day: page.day })}`}
        >
          {isOwnRoll ? words.ownRoll : name}
        </Link>
      ),
    },
    { key: 'state', header: overview.state, cell: (row) => <Confirmed row={row} /> },
    { key: 'strength', header: words.strength, isNumber: true, cell: ({ strength }) => n(strength) },
    { key: 'present', header: words.present, isNumber: true, cell: ({ present }) => n(present) },
    { key: 'fraction', header: overview.fraction, isNumber: true, cell: share },
    { key: 'absent', header: words.absent, isNumber: true, cell: ({ absent }) => n(absentTotal(absent)) },
    ...absenceReasons.map((reason) => ({
      key: reason,
      header: words.reasons[reason],
      isNumber: true,
      cell: ({ absent }: OverviewRow) => (absent[reason] === 0 ? '' : n(absent[reason])),
    })),
  ];
  const { total } = page;
  return (
    <DataTable
      caption={overview.caption}
      isCaptionHidden
      columns={columns}
      rows={page.rows}
      rowKey={({ unitId, isOwnRoll }) => `${unitId}${isOwnRoll ? ' own' : ''}`}
      totals={{
        ...{ unit: overview.total, state: <Confirmed row={total} />, strength: n(total.strength) },
        ...{ present: n(total.present), fraction: share(total), absent: n(absentTotal(total.absent)) },
        ...Object.fromEntries(absenceReasons.map((reason) => [reason, n(total.absent[reason])])),
      }}
      empty={<EmptyState title={overview.empty} />}
    />
  );
}

function Confirmed({ row: { units, confirmed } }: { row: OverviewRow }) {
  const { overview } = useMessages(vi, en);
  const lang = useLang();
  if (units === 0) return null;
  if (confirmed === 0) return <Tag kind="open">{overview.none}</Tag>;
  if (confirmed === units) return <Tag kind="done">{overview.all}</Tag>;
  return <Tag kind="started">{overview.some(formatNumber(lang, confirmed), formatNumber(lang, units))}</Tag>;
}
