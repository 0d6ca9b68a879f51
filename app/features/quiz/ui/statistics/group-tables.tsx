import { Link, useLocation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { type GroupFigures, SMALLEST_GROUP } from '../../core/statistics/groups.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { UnitGroup } from '../../queries/statistics/group-attempts.server.ts';
import { ShareBar } from './share-bar.tsx';
import { useFigures } from './use-figures.ts';

/** A mean as it is written, and as a share of the whole bar. */
export type MeanColumn = { header: string; write: (mean: number) => string; share: (mean: number) => number };

/** Means by month and by sub-unit; what is too small to show says so. */
export function GroupTables({
  months,
  parts,
  mean,
}: {
  months: readonly GroupFigures[];
  parts: readonly UnitGroup[];
  mean: MeanColumn;
}) {
  const words = useMessages(vi, en);
  const figures = useFigures();
  const { pathname, search } = useLocation();
  const cell = (group: { mean: number | null; isSuppressed: boolean }) =>
    group.mean === null ? (
      <span className="text-muted">{group.isSuppressed ? words.parts.hidden : words.notAvailable}</span>
    ) : (
      <ShareBar share={mean.share(group.mean)}>{mean.write(group.mean)}</ShareBar>
    );
  const attempts = (group: { attempts: number; isSuppressed: boolean }) =>
    group.isSuppressed && group.attempts < SMALLEST_GROUP ? `< ${SMALLEST_GROUP}` : figures.count(group.attempts);
  const monthColumns: Column<GroupFigures>[] = [
    { key: 'month', header: words.months.month, cell: ({ key }) => monthWords(key), isRowHeader: true },
    { key: 'attempts', header: words.months.attempts, cell: attempts, isNumber: true },
    { key: 'mean', header: mean.header, cell },
  ];
  const narrowed = (unitId: string) => {
    const parameters = new URLSearchParams(search);
    parameters.set('unit', unitId);
    return `${pathname}?${parameters}`;
  };
  const partColumns: Column<UnitGroup>[] = [
    {
      ...{ key: 'unit', header: words.parts.unit, isRowHeader: true },
      cell: ({ unitId, name, isSuppressed }) =>
        unitId && !isSuppressed ? <Link to={narrowed(unitId)}>{name}</Link> : name || words.parts.elsewhere,
    },
    { key: 'attempts', header: words.months.attempts, cell: attempts, isNumber: true },
    { key: 'mean', header: mean.header, cell },
  ];
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <Section title={words.months.title}>
        <DataTable
          caption={words.months.title}
          isCaptionHidden
          columns={monthColumns}
          rows={months}
          rowKey={({ key }) => key}
        />
      </Section>
      {parts.length > 0 && (
        <Section title={words.parts.title} lead={words.parts.lead(String(SMALLEST_GROUP))}>
          <DataTable
            caption={words.parts.title}
            isCaptionHidden
            columns={partColumns}
            rows={parts}
            rowKey={({ unitId }) => unitId ?? ''}
          />
        </Section>
      )}
    </div>
  );
}

/** '2026-11' as 11/2026. */
const monthWords = (key: string) => key.split('-').reverse().join('/');
