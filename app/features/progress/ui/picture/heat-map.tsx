import { Link } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { heatLevel, heatLevels, heatSteps } from '../../core/picture/heat.ts';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { HeatMap as HeatMapFigures } from '../../queries/picture/heat-map.server.ts';
import { heatCell, shades } from './heat-cell.ts';
import { useUnitAddress } from './use-unit-address.ts';

/** Sub-units and assignments against each other; every cell leads to the unit in that assignment. */
export function HeatMap({ map }: { map: HeatMapFigures }) {
  const words = useMessages(vi, en).heat;
  const { list } = useMessages(progressVi, progressEn);
  const lang = useLang();
  const address = useUnitAddress();
  const percent = (fraction: number | null) => formatPercent(fraction, lang);
  return (
    <Section title={words.title} lead={words.note}>
      <DataTable
        caption={words.title}
        isCaptionHidden
        isWide={map.assignments.length > 4}
        rows={map.rows}
        rowKey={({ unitId }) => unitId}
        columns={[
          {
            key: 'unit',
            header: list.unit,
            isRowHeader: true,
            cell: ({ unitId, name }) => <Link to={address(unitId, null)}>{name}</Link>,
          },
          ...map.assignments.map(({ id, title }, at) => ({
            key: id,
            header: title,
            isNumber: true,
            cell: ({ unitId, name, shares }: HeatMapFigures['rows'][number]) => {
              const share = shares[at] ?? null;
              const level = heatLevel(share);
              if (level === null) return null;
              return (
                <Link
                  to={address(unitId, id)}
                  aria-label={words.cell(name, title, percent(share))}
                  className={heatCell(level, true)}
                >
                  {percent(share)}
                </Link>
              );
            },
          })),
        ]}
      />
      <ul
        aria-label={words.legend}
        className="tabular mt-3 flex break-inside-avoid flex-wrap gap-x-4 gap-y-1 text-sm text-muted"
      >
        {heatLevels.map((level) => (
          <li key={level} className="flex items-center gap-2">
            <span className={classes('h-4 w-7 border border-edge [print-color-adjust:exact]', shades[level])} />
            {level === 5 ? words.all : words.level(percent(heatSteps[level]!), percent(heatSteps[level + 1]!))}
          </li>
        ))}
      </ul>
      {map.older > 0 && <p className="mt-2 text-sm text-muted">{words.more(formatNumber(lang, map.older))}</p>}
    </Section>
  );
}
