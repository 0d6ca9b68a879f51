import { formatPercent } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { StackedBarChart } from '#app/ui/chart/stacked-bar-chart.tsx';
import { Section } from '#app/ui/page.tsx';
import type { UnitSort } from '../core/sort-units.ts';
import type { UnitFigures } from '../core/unit-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { UnitPart } from '../queries/unit-dashboard.server.ts';
import { RankLinks } from './picture/rank-links.tsx';
import { tones } from './standing-words.ts';
import { SubUnitTable } from './sub-unit-table.tsx';

type Props = { unitId: string; assignmentId: string; parts: readonly UnitPart[]; total: UnitFigures; sort: UnitSort };

/** Sub-units side by side: the drawing for the eye, the table below it for everything else. */
export function SubUnits({ unitId, assignmentId, parts, total, sort }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <Section title={words.dashboard.subUnits} actions={<RankLinks sort={sort} />}>
      <StackedBarChart
        title={words.dashboard.chart}
        note={words.dashboard.chartNote}
        rows={parts.map((part) => ({
          key: `${part.unitId} ${part.isOwn}`,
          label: part.isOwn ? words.dashboard.ownPeople(part.shortName) : part.name,
          values: part.byStatus,
        }))}
        series={tones.map(({ status, tone }) => ({ key: status, label: words.standings[status], tone }))}
        isShare
        formatValue={(value) => formatNumber(lang, value)}
        formatShare={(fraction) => formatPercent(fraction, lang)}
        words={words.chart}
        table={<SubUnitTable {...{ unitId, assignmentId, parts, total, sort }} />}
      />
    </Section>
  );
}
