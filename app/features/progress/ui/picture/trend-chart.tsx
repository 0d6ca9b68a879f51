import { Link } from '@remix-run/react';
import { formatPercent, NO_DATA, shareFraction } from '#app/kernel/percent.ts';
import { addDays, dateOf, daysBetween, type LocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LineChart } from '#app/ui/chart/line-chart.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { type TrendLine, thinned } from '../../core/picture/trend-lines.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { unitAddress } from '../unit-address.ts';

type Props = {
  unitId: string;
  assignmentId: string;
  lines: readonly TrendLine[];
  dueAt: Date | null;
  today: LocalDate;
};

/** How many days the table under the drawing shows. */
const tableDays = 15;

/** How the unit came to where it is, beside the plan; each day of the table leads to the picture of that day. */
export function TrendChart({ unitId, assignmentId, lines, dueAt, today }: Props) {
  const words = useMessages(vi, en).trend;
  const lang = useLang();
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || lines.length < 2) {
    return (
      <Section title={words.title}>
        <p className="text-muted">{words.short}</p>
      </Section>
    );
  }
  const count = (value: number | null) => (value === null ? NO_DATA : formatNumber(lang, value));
  const dayName = (day: LocalDate) => formatDate(lang, startOfDay(day));
  const span = daysBetween(first.day, last.day);
  const middle = addDays(first.day, Math.round(span / 2));
  const due = dueAt && dateOf(dueAt);
  const isDueInside = due !== null && due > first.day && due < last.day;
  const marks = [
    { at: 0, label: dayName(first.day) },
    ...(isDueInside
      ? [{ at: daysBetween(first.day, due) / span, label: words.due(dayName(due).slice(0, 5)), isRuled: true }]
      : [{ at: daysBetween(first.day, middle) / span, label: dayName(middle) }]),
    { at: 1, label: dayName(last.day) },
  ].filter(({ at, isRuled }) => at === 0 || at === 1 || (at > 0.22 && at < 0.78) || isRuled);
  const isPlanned = lines.some(({ planned }) => planned !== null);
  return (
    <Section title={words.title}>
      <LineChart
        title={words.completed}
        note={words.note}
        max={Math.max(...lines.map(({ strength, planned, completed }) => Math.max(strength, planned ?? 0, completed)))}
        formatValue={(value) => formatNumber(lang, value)}
        marks={marks}
        series={[
          {
            ...{ key: 'completed', label: words.completed, look: 'main' },
            ...{ values: lines.map(({ completed }) => completed), last: count(last.completed) },
          },
          ...(isPlanned
            ? [
                {
                  ...{ key: 'planned', label: words.planned, look: 'dashed' as const },
                  ...{ values: lines.map(({ planned }) => planned), last: count(last.planned) },
                },
              ]
            : []),
          {
            ...{ key: 'strength', label: words.strength, look: 'dotted' },
            ...{ values: lines.map(({ strength }) => strength), last: count(last.strength) },
          },
        ]}
        showTable={words.showTable}
        table={
          <DataTable
            caption={words.title}
            isCaptionHidden
            rows={thinned(lines, tableDays).reverse()}
            rowKey={({ day }) => day}
            columns={[
              {
                key: 'day',
                header: words.day,
                isRowHeader: true,
                cell: ({ day }) => (
                  <Link to={unitAddress(unitId, assignmentId, { asOf: day === today ? undefined : day })}>
                    {dayName(day)}
                  </Link>
                ),
              },
              { key: 'completed', header: words.completed, cell: (row) => count(row.completed), isNumber: true },
              { key: 'planned', header: words.planned, cell: (row) => count(row.planned), isNumber: true },
              { key: 'strength', header: words.strength, cell: (row) => count(row.strength), isNumber: true },
              {
                key: 'share',
                header: words.share,
                cell: (row) => formatPercent(shareFraction({ part: row.completed, whole: row.strength }), lang),
                isNumber: true,
              },
            ]}
          />
        }
      />
    </Section>
  );
}
