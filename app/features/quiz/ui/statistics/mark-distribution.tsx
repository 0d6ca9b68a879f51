import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { BarChart } from '#app/ui/chart/bar-chart.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import type { Bin } from '../../core/statistics/distribution.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import { useFigures } from './use-figures.ts';

/** How many attempts reached which grade. */
export function MarkDistribution({ bins, gradeScale }: { bins: readonly Bin[]; gradeScale: number }) {
  const { marks: words, chart } = useMessages(vi, en);
  const figures = useFigures();
  const whole = bins.reduce((sum, { count }) => sum + count, 0);
  const nameOf = ({ from, until }: Bin) =>
    (until === gradeScale ? words.last : words.from)(figures.mark(from), figures.mark(until));
  const columns: Column<Bin>[] = [
    { key: 'grade', header: words.grade, cell: nameOf, isRowHeader: true },
    { key: 'count', header: words.count, cell: ({ count }) => figures.count(count), isNumber: true },
    {
      key: 'share',
      header: words.share,
      cell: ({ count }) => figures.fraction(whole > 0 ? count / whole : null),
      isNumber: true,
    },
  ];
  return (
    <BarChart
      title={words.title}
      note={words.note(figures.mark(gradeScale))}
      rows={bins.map((bin) => ({
        ...{ key: String(bin.from), value: bin.count, text: figures.count(bin.count) },
        label: `${figures.mark(bin.from)} – ${figures.mark(bin.until)}`,
      }))}
      formatValue={(value) => (Number.isInteger(value) ? figures.count(value) : '')}
      words={chart}
      table={
        <DataTable
          caption={words.title}
          isCaptionHidden
          columns={columns}
          rows={bins}
          rowKey={({ from }) => String(from)}
        />
      }
      isTableFolded
    />
  );
}
