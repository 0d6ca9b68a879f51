import { Link } from '@remix-run/react';
import { formatPercent, shareFraction } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { type ClassFilter, classFilters } from '../core/people-filter.ts';
import type { UnitFigures } from '../core/unit-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { useUnitAddress } from './picture/use-unit-address.ts';
import { tagOfClass } from './standing-words.ts';

type Props = { unitId: string; assignmentId: string; total: UnitFigures };

/** How good the results are. The denominator is named: everybody of the audience but the exempt. */
export function ClassResults({ unitId, assignmentId, total }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const address = useUnitAddress();
  const { graded, without, whole } = total.results;
  const rows = classFilters.map((key) => ({ key, count: key === 'none' ? without : total.byClass[key] }));
  const share = (part: number) => formatPercent(shareFraction({ part, whole }), lang);
  const people = (key: ClassFilter) => address(unitId, assignmentId, { view: 'people', class: key });
  return (
    <Section
      title={words.dashboard.results}
      lead={words.dashboard.resultsLead(formatNumber(lang, graded), formatNumber(lang, whole))}
      className="max-w-reading"
    >
      <DataTable
        caption={words.dashboard.results}
        isCaptionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'class',
            header: words.dashboard.classColumn,
            cell: ({ key }) => <Tag kind={tagOfClass[key]}>{words.classes[key]}</Tag>,
            isRowHeader: true,
          },
          {
            key: 'count',
            header: words.dashboard.countColumn,
            cell: ({ key, count }) => <Link to={people(key)}>{formatNumber(lang, count)}</Link>,
            isNumber: true,
          },
          { key: 'share', header: words.dashboard.shareColumn, cell: ({ count }) => share(count), isNumber: true },
        ]}
        totals={{ class: words.dashboard.total, count: formatNumber(lang, whole), share: share(whole) }}
      />
    </Section>
  );
}
