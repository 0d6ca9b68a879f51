import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ScatterChart } from '#app/ui/chart/scatter-chart.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { ItemLine } from '../../queries/statistics/quiz-statistics.server.ts';
import { isToLookAt } from './flag-words.ts';
import { useFigures } from './use-figures.ts';

/** Facility against discrimination, a sign for each question that has both. */
export function ItemScatter({ items }: { items: readonly ItemLine[] }) {
  const words = useMessages(vi, en);
  const figures = useFigures();
  const known = items.filter(({ facility, discriminationIndex }) => facility !== null && discriminationIndex !== null);
  const nameOf = ({ code, number, isCurrent }: ItemLine) =>
    isCurrent ? code : `${code} (${words.items.version(String(number))})`;
  const lowest = known.reduce((least, { discriminationIndex }) => Math.min(least, discriminationIndex!), 0);
  const bottom = lowest < -50 ? -100 : lowest < 0 ? -50 : 0;
  const columns: Column<ItemLine>[] = [
    { key: 'code', header: words.items.question, cell: nameOf, isRowHeader: true },
    { key: 'x', header: words.items.facility, cell: (row) => figures.fraction(row.facility), isNumber: true },
    { key: 'y', header: words.items.index, cell: (row) => figures.percent(row.discriminationIndex), isNumber: true },
    {
      key: 'sign',
      header: words.items.flags,
      cell: (row) => (isToLookAt(row.flags) ? words.scatter.flagged : words.scatter.good),
    },
  ];
  return (
    <ScatterChart
      title={words.scatter.title}
      note={words.scatter.note}
      points={known.map((row) => ({
        ...{ key: row.versionId, label: nameOf(row), isMarked: isToLookAt(row.flags) },
        ...{ x: row.facility! * 100, y: row.discriminationIndex! },
      }))}
      x={{
        ...{ label: words.items.facility, from: 0, until: 100, ticks: [0, 25, 50, 75, 100] },
        format: (value) => figures.percent(value),
      }}
      y={{
        ...{ label: words.items.index, from: bottom, until: 100 },
        ticks: [-100, -50, 0, 50, 100].filter((tick) => tick >= bottom),
        format: (value) => figures.percent(value),
      }}
      plainLabel={words.scatter.good}
      markedLabel={words.scatter.flagged}
      words={words.chart}
      table={
        <DataTable
          caption={words.scatter.title}
          isCaptionHidden
          columns={columns}
          rows={known}
          rowKey={({ versionId }) => versionId}
        />
      }
      isTableFolded
    />
  );
}
