import { Link } from '@remix-run/react';
import { formatPercent, shareFraction } from '#app/kernel/percent.ts';
import { formatMark, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ColumnChart } from '#app/ui/chart/column-chart.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { GRADE_BARS, type GradeBar } from '../../core/picture/grades.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { useUnitAddress } from './use-unit-address.ts';

type Props = { unitId: string; assignmentId: string; bars: readonly GradeBar[] };

/** How many people reached which grade. */
export function GradeDistribution({ unitId, assignmentId, bars }: Props) {
  const { grades: words, compare } = useMessages(vi, en);
  const lang = useLang();
  const address = useUnitAddress();
  const whole = bars.reduce((sum, { count }) => sum + count, 0);
  const count = (value: number) => formatNumber(lang, value);
  const name = ({ from, until }: GradeBar) =>
    (until === GRADE_BARS ? words.lastBar : words.bar)(formatMark(lang, from), formatMark(lang, until));
  if (whole === 0) return <p className="text-muted">{words.none}</p>;
  return (
    <ColumnChart
      title={words.title}
      note={words.note(count(whole))}
      axis={words.axis}
      columns={bars.map((bar) => ({
        ...{ key: String(bar.from), value: bar.count, text: count(bar.count) },
        label: `${formatMark(lang, bar.from)}–${formatMark(lang, bar.until)}`,
      }))}
      showTable={compare.showTable}
      table={
        <DataTable
          caption={words.title}
          isCaptionHidden
          rows={bars}
          rowKey={({ from }) => String(from)}
          columns={[
            { key: 'grade', header: words.axis, cell: name, isRowHeader: true },
            {
              key: 'count',
              header: words.count,
              isNumber: true,
              cell: (bar) => (
                <Link to={address(unitId, assignmentId, { view: 'people', grade: String(bar.from) })}>
                  {count(bar.count)}
                </Link>
              ),
            },
            {
              key: 'share',
              header: words.share,
              isNumber: true,
              cell: (bar) => formatPercent(shareFraction({ part: bar.count, whole }), lang),
            },
          ]}
        />
      }
    />
  );
}
