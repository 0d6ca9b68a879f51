import { Link } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { type UnitSort, unitSortKeys } from '../core/sort-units.ts';
import type { UnitFigures } from '../core/unit-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { UnitPart } from '../queries/unit-dashboard.server.ts';
import { useUnitAddress } from './picture/use-unit-address.ts';

/** The columns of the table, on the screen and in its exports alike. */
export const unitColumns = [
  'unit',
  'strength',
  'completed',
  'coverage',
  'in-progress',
  'not-started',
  'failed',
  'exempt',
  'not-assigned',
  'late',
] as const;
export type UnitColumn = (typeof unitColumns)[number];

/** "Not assigned" stands only where somebody is not. */
export const columnsFor = (total: UnitFigures): readonly UnitColumn[] =>
  unitColumns.filter((column) => column !== 'not-assigned' || total.notAssigned > 0);

/** The figure of a column; null is "no data". */
export function figureOf(column: Exclude<UnitColumn, 'unit'>, figures: UnitFigures): number | null {
  if (column === 'not-assigned') return figures.notAssigned;
  if (column === 'strength' || column === 'late' || column === 'coverage') return figures[column];
  return figures.byStatus[column];
}

/** The heads of the columns. */
export function useUnitHeads(): Record<UnitColumn, string> {
  const words = useMessages(vi, en);
  return unitHeads(words);
}

export function unitHeads({ standings, dashboard, list }: typeof vi | typeof en): Record<UnitColumn, string> {
  const { strength, share: coverage } = dashboard;
  return { ...standings, unit: list.unit, strength, coverage };
}

type Props = {
  unitId: string;
  assignmentId: string;
  parts: readonly UnitPart[];
  total: UnitFigures;
  sort: UnitSort;
};

/** Sub-units under one another, each leading further down; the last row is what they add up to. */
export function SubUnitTable({ unitId, assignmentId, parts, total, sort }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const heads = useUnitHeads();
  const address = useUnitAddress();
  const text = (column: Exclude<UnitColumn, 'unit'>, figures: UnitFigures) => {
    const value = figureOf(column, figures);
    return column === 'coverage' ? formatPercent(value, lang) : formatNumber(lang, value ?? 0);
  };
  const figure = (
    column: Exclude<UnitColumn, 'unit'>,
    unitId: string,
    name: string,
    figures: UnitFigures,
    own?: '1',
  ) => {
    const shown = text(column, figures);
    if (column === 'coverage' || (figureOf(column, figures) ?? 0) === 0) return shown;
    const standing = column === 'strength' ? undefined : column;
    return (
      <Link
        to={address(unitId, assignmentId, { view: 'people', standing, own })}
        aria-label={words.dashboard.figure(name, heads[column], shown)}
        className={
          column === 'late'
            ? 'font-semibold text-red'
            : 'text-ink decoration-line decoration-2 hover:decoration-current'
        }
      >
        {shown}
      </Link>
    );
  };
  const cell = (column: UnitColumn, part: UnitPart) => {
    if (column === 'unit') return <UnitName part={part} assignmentId={assignmentId} />;
    if (!part.isReachable) return text(column, part);
    return figure(column, part.unitId, part.name, part, part.isOwn ? '1' : undefined);
  };
  const columns = columnsFor(total).map(
    (key): Column<UnitPart> => ({
      key,
      header: heads[key],
      cell: (part) => cell(key, part),
      isNumber: key !== 'unit',
      isRowHeader: key === 'unit',
      // With the tenth column there is less room for the first on an old monitor.
      className: key === 'unit' ? (total.notAssigned > 0 ? 'sm:min-w-[8rem]' : 'sm:min-w-[11rem]') : undefined,
      isSortable: (unitSortKeys as readonly string[]).includes(key),
    }),
  );
  const totals = Object.fromEntries(
    columnsFor(total).map((key) => [
      key,
      key === 'unit' ? words.dashboard.total : figure(key, unitId, words.dashboard.total, total),
    ]),
  );
  return (
    <DataTable
      caption={words.dashboard.subUnits}
      isCaptionHidden
      columns={columns}
      rows={parts}
      rowKey={(part) => `${part.unitId} ${part.isOwn}`}
      sort={sort}
      sortByLabel={words.dashboard.sortBy}
      totals={totals}
    />
  );
}

function UnitName({ part, assignmentId }: { part: UnitPart; assignmentId: string }) {
  const words = useMessages(vi, en).dashboard;
  const address = useUnitAddress();
  if (part.isOwn) return <span className="font-normal">{words.ownPeople(part.shortName)}</span>;
  // It stood here on that day and is somebody else's now.
  if (!part.isReachable) return <>{part.name}</>;
  return <Link to={address(part.unitId, assignmentId)}>{part.name}</Link>;
}
