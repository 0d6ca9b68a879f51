import { Link, useLocation } from '@remix-run/react';
import { formatPercent, shareFraction } from '#app/kernel/percent.ts';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { type ClassFilter, classFilters } from '../../core/people-filter.ts';
import type { UnitFigures } from '../../core/unit-figures.ts';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { GradesPage } from '../../queries/picture/grades-page.server.ts';
import type { UnitPart } from '../../queries/unit-dashboard.server.ts';
import { ClassResults } from '../class-results.tsx';
import { ExportLinks } from '../export-links.tsx';
import { GradeDistribution } from './grade-distribution.tsx';
import { PastBanner } from './past-banner.tsx';
import { PictureControls } from './picture-controls.tsx';
import { useUnitAddress } from './use-unit-address.ts';

/** How many people of a unit or part have a class of result, or none. */
export const classCount = (key: ClassFilter, figures: UnitFigures): number =>
  key === 'none' ? figures.results.without : figures.byClass[key];

/** Results by class, of the whole and of each sub-unit, and how the grades are spread. */
export function GradesView({ page }: { page: GradesPage }) {
  const words = useMessages(vi, en);
  const progress = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { search } = useLocation();
  const address = useUnitAddress();
  const { unit, above, assignment, total, parts, bars, asOf, asOfDay, today } = page;
  const chosenId = assignment?.id ?? null;
  const figure = (key: ClassFilter, unitId: string, figures: UnitFigures, own?: '1') => {
    const count = classCount(key, figures);
    const text = formatNumber(lang, count);
    if (count === 0) return text;
    return (
      <Link to={address(unitId, chosenId, { view: 'people', class: key, own })} className="text-ink">
        {text}
      </Link>
    );
  };
  const columns: Column<UnitPart>[] = [
    {
      key: 'unit',
      header: progress.list.unit,
      isRowHeader: true,
      cell: (part) =>
        part.isOwn || !part.isReachable ? (
          <span className="font-normal">{part.isOwn ? progress.dashboard.ownPeople(part.shortName) : part.name}</span>
        ) : (
          <Link to={address(part.unitId, chosenId, { view: 'grades' })}>{part.name}</Link>
        ),
    },
    ...classFilters.map((key) => ({
      key,
      header: progress.classes[key],
      isNumber: true,
      cell: (part: UnitPart) =>
        part.isReachable
          ? figure(key, part.unitId, part, part.isOwn ? '1' : undefined)
          : formatNumber(lang, classCount(key, part)),
    })),
    {
      // Beside 'good', the class.
      key: 'goodOrBetter',
      header: words.grades.goodOrBetter,
      isNumber: true,
      cell: (part) => formatPercent(goodShare(part), lang),
    },
  ];
  const totals = Object.fromEntries(classFilters.map((key) => [key, figure(key, unit.id, total)]));
  return (
    <Page
      kicker={<span className="hidden print:inline">{unit.name}</span>}
      title={words.links.grades}
      lead={assignment?.title}
      crumbs={[...above, unit].map(({ id, name }) => ({ to: address(id, chosenId), label: name }))}
      actions={assignment && <ExportLinks unitId={unit.id} search={search} view="grades" />}
    >
      <PictureControls choices={page.assignments} chosenId={chosenId} asOfDay={asOfDay} today={today} />
      <PastBanner asOfDay={asOfDay} />
      {!assignment || total.strength === 0 ? (
        <EmptyState title={progress.empty.assignment}>{progress.empty.assignmentText}</EmptyState>
      ) : (
        <>
          <ClassResults unitId={unit.id} assignmentId={assignment.id} total={total} />
          {parts.some(({ isOwn }) => !isOwn) && (
            <Section title={progress.dashboard.subUnits} lead={words.grades.goodNote}>
              <DataTable
                caption={progress.dashboard.subUnits}
                isCaptionHidden
                rows={parts}
                rowKey={(part) => `${part.unitId} ${part.isOwn}`}
                columns={columns}
                totals={{
                  ...totals,
                  unit: progress.dashboard.total,
                  goodOrBetter: formatPercent(goodShare(total), lang),
                }}
              />
            </Section>
          )}
          {bars ? (
            <GradeDistribution unitId={unit.id} assignmentId={assignment.id} bars={bars} />
          ) : (
            <p className="text-muted">{words.grades.past}</p>
          )}
        </>
      )}
      <p className="text-sm text-muted">{progress.asOf(formatDateTime(lang, asOf))}</p>
    </Page>
  );
}

/** Excellent and good of everybody with a result. */
export const goodShare = ({ byClass, results }: UnitFigures): number | null =>
  shareFraction({ part: byClass.excellent + byClass.good, whole: results.graded });
